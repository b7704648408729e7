#include "rules/chat.h"
#include "rules/entry.h"
#include "rules/names.h"
#include "rules/plan.h"
#include "rules/stage.h"

#include <gtest/gtest.h>

namespace kelisim::groups {
namespace {

constexpr Instant now{1'796'616'000'000'000};
constexpr Duration micro{1};

terms::GroupSettings settings() {
  return {.speakers_max = 3,
          .viewers_max = 100,
          .minutes_max = 240,
          .room_opens = std::chrono::minutes(10),
          .overrun = std::chrono::minutes(15),
          .video_kbps = 900,
          .encryption_required = false,
          .chat_letters_max = 5,
          .chat_messages_a_minute = 2,
          .chat_kept_days = 30};
}

TEST(Move, IsRefusedForItsFirstFault) {
  auto const opens = settings().room_opens;
  MoveFacts facts{.cancelled = true,
                  .starts_at = now + opens,
                  .wanted = now,
                  .speaker_booked = true,
                  .speaker_has_event = true,
                  .now = now};
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::cancelled);
  facts.cancelled = false;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::begun);
  facts.starts_at = now + opens + micro;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::in_the_past);
  facts.wanted = now + plan_ahead_max + micro;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::too_far);
  facts.wanted = facts.starts_at;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::same_time);
  facts.wanted = now + micro;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::speaker_booked);
  facts.speaker_booked = false;
  EXPECT_EQ(refuse_move(facts, settings()), MoveRefusal::speaker_has_event);
  facts.speaker_has_event = false;
  EXPECT_EQ(refuse_move(facts, settings()), std::nullopt);
}

TEST(CallOff, IsRefusedForItsFirstFault) {
  CallOffFacts facts{.ends_at = now, .cancelled = true, .now = now};
  EXPECT_EQ(refuse_call_off(facts), CallOffRefusal::over);
  facts.ends_at = now + micro;
  EXPECT_EQ(refuse_call_off(facts), CallOffRefusal::cancelled);
  facts.cancelled = false;
  EXPECT_EQ(refuse_call_off(facts), std::nullopt);
}

TEST(Plan, IsRefusedForItsFirstFault) {
  PlanFacts facts{.title_in_each_language = false,
                  .starts_at = now,
                  .minutes = 0,
                  .speakers = 0,
                  .all_are_specialists = false,
                  .capacity = 0,
                  .speaker_booked = true,
                  .speaker_has_event = true,
                  .now = now};
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::titles_wrong);
  facts.title_in_each_language = true;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::in_the_past);
  facts.starts_at = now + plan_ahead_max + micro;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_far);
  facts.starts_at = now + plan_ahead_max;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_long);
  facts.starts_at = now + micro;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_long);
  facts.minutes = 241;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_long);
  facts.minutes = 240;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::speakers_wrong);
  facts.speakers = 4;
  facts.all_are_specialists = true;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::speakers_wrong);
  facts.speakers = 3;
  facts.all_are_specialists = false;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::speakers_wrong);
  facts.all_are_specialists = true;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_many_places);
  facts.capacity = 101;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::too_many_places);
  facts.capacity = 100;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::speaker_booked);
  facts.speaker_booked = false;
  EXPECT_EQ(refuse_plan(facts, settings()), PlanRefusal::speaker_has_event);
  facts.speaker_has_event = false;
  EXPECT_EQ(refuse_plan(facts, settings()), std::nullopt);
  facts.minutes = 1;
  facts.speakers = 1;
  facts.capacity = 1;
  EXPECT_EQ(refuse_plan(facts, settings()), std::nullopt);
}

TEST(Registration, IsRefusedForItsFirstFault) {
  RegisterFacts facts{
      .cancelled = true, .ends_at = now, .removed = true, .registered = true, .taken = 2, .capacity = 2, .now = now};
  EXPECT_EQ(refuse_registration(facts), RegisterRefusal::cancelled);
  facts.cancelled = false;
  EXPECT_EQ(refuse_registration(facts), RegisterRefusal::over);
  facts.ends_at = now + micro;
  EXPECT_EQ(refuse_registration(facts), RegisterRefusal::removed);
  facts.removed = false;
  EXPECT_EQ(refuse_registration(facts), RegisterRefusal::registered);
  facts.registered = false;
  EXPECT_EQ(refuse_registration(facts), RegisterRefusal::full);
  facts.taken = 1;
  EXPECT_EQ(refuse_registration(facts), std::nullopt);
}

TEST(Entry, IsRefusedForItsFirstFault) {
  EnterFacts facts{.cancelled = true, .removed = true, .opens_at = now + micro, .closes_at = now, .now = now};
  EXPECT_EQ(refuse_entry(facts), EnterRefusal::cancelled);
  facts.cancelled = false;
  EXPECT_EQ(refuse_entry(facts), EnterRefusal::removed);
  facts.removed = false;
  EXPECT_EQ(refuse_entry(facts), EnterRefusal::too_early);
  facts.opens_at = now;
  EXPECT_EQ(refuse_entry(facts), EnterRefusal::over);
  facts.closes_at = now + micro;
  EXPECT_EQ(refuse_entry(facts), std::nullopt);
}

TEST(Names, LookAlikeWhereAReaderWouldTakeOneForTheOther) {
  for (auto const* name : {"Сауле Ахметова", "сауле  ахметова", "САУЛЕ АХМЕТОВА", "Cayлe Axмeтoвa",
                           "С а у л е Ахметова", "Сауле\u0301 Ахметова"}) {
    EXPECT_TRUE(look_alike("Сауле Ахметова", name)) << name;
  }
  for (auto const* name : {"Сауле", "Сауле А.", "Лотос", "Saule Akhmetova"}) {
    EXPECT_FALSE(look_alike("Сауле Ахметова", name)) << name;
  }
}

TEST(Saying, IsRefusedForItsFirstFault) {
  SayFacts facts{.chat_open = false,
                 .is_speaker = false,
                 .unfit = SayRefusal::empty,
                 .letters = 6,
                 .said_in_last_minute = 2,
                 .said_in_event = 120};
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::chat_off);
  facts.is_speaker = true;
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::empty);
  facts.is_speaker = false;
  facts.chat_open = true;
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::empty);
  facts.unfit = SayRefusal::not_plain;
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::not_plain);
  facts.unfit = std::nullopt;
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::too_long);
  facts.letters = letters_in("пять!");
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::too_fast);
  facts.said_in_last_minute = 1;
  EXPECT_EQ(refuse_saying(facts, settings()), SayRefusal::crowded);
  facts.is_speaker = true;
  EXPECT_EQ(refuse_saying(facts, settings()), std::nullopt);
  facts.is_speaker = false;
  facts.said_in_event = 119;
  EXPECT_EQ(refuse_saying(facts, settings()), std::nullopt);
}

TEST(Stage, IsRefusedForItsFirstFault) {
  StageFacts facts{.asked_by_speaker = false, .is_there = false, .hand_raised = false, .may_speak = 3};
  EXPECT_EQ(refuse_stage(facts, settings()), StageRefusal::not_a_speaker);
  facts.asked_by_speaker = true;
  EXPECT_EQ(refuse_stage(facts, settings()), StageRefusal::not_there);
  facts.is_there = true;
  EXPECT_EQ(refuse_stage(facts, settings()), StageRefusal::no_hand);
  facts.hand_raised = true;
  EXPECT_EQ(refuse_stage(facts, settings()), StageRefusal::stage_full);
  facts.may_speak = 2;
  EXPECT_EQ(refuse_stage(facts, settings()), std::nullopt);
}

TEST(Attendance, JoinsWhatTouchesAndDropsWhatIsNothing) {
  auto const at = [](std::int64_t second) { return now + std::chrono::seconds(second); };
  auto const joined =
      joined_spans({{at(50), at(60)}, {at(0), at(10)}, {at(10), at(20)}, {at(15), at(18)}, {at(30), at(30)}});
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(joined[0].from, at(0));
  EXPECT_EQ(joined[0].until, at(20));
  EXPECT_EQ(joined[1].from, at(50));
  EXPECT_EQ(joined[1].until, at(60));
}

}  // namespace
}  // namespace kelisim::groups
