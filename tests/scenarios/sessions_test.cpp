#include "clause_mark.h"
#include "room_visit.h"
#include "story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace kelisim::test {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";

/// The hour itself: a paid booking for Thursday 10 December, 12:00–13:00 of Astana, and two who may come.
class TheHour : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  Instant end = astana("2026-12-10T13:00");
  std::string id = story.booked_and_paid(client, specialist, start);

  TheHour() {
    story.pass_until(start - minutes(10));
    (void)story.specialist("specialist", saule);  // signed out after a quarter of an hour without a call
    story.forget();
  }

  std::unique_ptr<RoomVisit> joins(Actor& who, Instant at) {
    story.pass_until(at);
    auto visit = std::make_unique<RoomVisit>(story.business().port(), who.visitor.token(), id);
    if (visit->status() == 101) (void)visit->hear_until("welcome");
    return visit;
  }
  void leaves(std::unique_ptr<RoomVisit> visit, Instant at) {
    story.business().clock().set(at);
    visit->leave();
    story.business().business().database().write_now([](db::Tx&) {});
  }
};

TEST_F(TheHour, the_door_opens_five_minutes_before_and_only_for_the_two) {
  CLAUSE("HAR-1.session.a");
  CLAUSE("HAR-2.1a");
  auto& stranger = story.client("stranger", "+77010000009");
  EXPECT_EQ(joins(client, start - minutes(5) - microseconds(1))->status(), 409);
  EXPECT_EQ(joins(client, start - minutes(5))->status(), 101);
  EXPECT_EQ(joins(stranger, start)->status(), 404);
  EXPECT_EQ(joins(story.staff("support"), start)->status(), 403);
  EXPECT_EQ(joins(client, end)->status(), 409);
}

TEST_F(TheHour, whoever_joins_without_end_fills_no_records) {
  for (int i = 0; i < 20; ++i) ASSERT_EQ(joins(client, start)->status(), 101) << i;
  EXPECT_EQ(joins(client, start)->status(), 429);
  EXPECT_EQ(joins(specialist, start)->status(), 101) << "the bound is of each side";
  EXPECT_EQ(joins(client, start + minutes(1))->status(), 429);  // the last instant of the minute is inside
  EXPECT_EQ(joins(client, start + minutes(1) + microseconds(1))->status(), 101);
}

TEST_F(TheHour, a_session_that_is_cancelled_leaves_nobody_in_its_room) {
  auto const one = joins(specialist, start - minutes(4));
  auto const two = joins(client, start - minutes(4));
  auto const cancelled = story.cancel(client, id, {{"accepts_no_refund", true}});
  EXPECT_EQ(cancelled.status, 200) << cancelled.body;
  EXPECT_NE(one->hear_until("closed").find("cancelled"), std::string::npos);
  EXPECT_NE(two->hear_until("closed").find("cancelled"), std::string::npos);
}

TEST_F(TheHour, the_record_keeps_two_hundred_changes_of_picture_of_each_side) {
  auto const modes = [&] {
    auto const record = story.expect(client.visitor.get("/v1/bookings/" + id + "/presence"), 200);
    return record.at("modes").as_array().size();
  };
  for (int round = 0; round < 2; ++round) {
    auto const visit = joins(client, start);
    for (int i = 0; i < 150; ++i) visit->say(R"({"type":"mode","mode":"audio","cause":"chosen"})");
    visit->say(R"({"type":"beat"})");
    (void)visit->hear_until("beat");  // all before it are read, and their writes queued
    story.business().business().database().write_now([](db::Tx&) {}, db::Lane::ordinary);
    EXPECT_EQ(modes(), round == 0 ? 150U : 200U);
  }
}

TEST_F(TheHour, fifty_equipment_checks_a_day_are_kept_and_no_more) {
  auto const check = [&](Actor& who) {
    return who.visitor
        .put("/v1/bookings/" + id + "/equipment-check", {{"camera", true}, {"microphone", true}, {"speaker", true}})
        .status;
  };
  for (int i = 0; i < 50; ++i) ASSERT_EQ(check(client), 200) << i;
  EXPECT_EQ(check(client), 429);
  EXPECT_EQ(check(specialist), 200);
}

TEST_F(TheHour, held_in_full_it_is_earned_twelve_hours_after_its_end) {
  CLAUSE("HAR-5.1d");
  CLAUSE("HAR-3.9e");
  auto one = joins(specialist, start - minutes(2));
  auto two = joins(client, start);
  leaves(std::move(one), end);
  leaves(std::move(two), end + microseconds(1));
  story.pass_until(end + hours(12));
  for (auto const& line : story.news()) EXPECT_FALSE(line.starts_with("ledger")) << line;
  EXPECT_EQ(text_at(story.booking(client, id), "state"), "finished");
  story.pass(minutes(2));
  auto const news = story.news();
  ASSERT_FALSE(news.empty());
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay +1568000", "commission_revenue - -320000",
                                     "gateway_fee freedompay +32000", "specialist_payable specialist -1280000"}));
}

TEST_F(TheHour, who_waited_at_the_door_of_another_time_has_not_come) {
  CLAUSE("HAR-3.6c");
  CLAUSE("HAR-3.9e");
  auto one = joins(specialist, start - minutes(4));
  auto two = joins(client, start - minutes(3));
  auto const asked = specialist.visitor.post("/v1/bookings/" + id + "/moves",
                                             boost::json::object{{"starts_at", to_rfc3339(start + hours(24))}});
  auto const answer = "/v1/bookings/" + id + "/moves/" + text_at(asked.json(), "moves.0.id") + "/answer";
  EXPECT_EQ(client.visitor.post(answer, boost::json::object{{"accepts", true}}).status, 200) << asked.body;
  EXPECT_NE(one->hear_until("closed").find("moved"), std::string::npos);
  EXPECT_NE(two->hear_until("closed").find("moved"), std::string::npos);
  story.business().business().database().write_now([](db::Tx&) {});
  story.pass_until(end + hours(24) + minutes(10));
  auto const booking = story.booking(client, id);
  EXPECT_EQ(text_at(booking, "outcome.kind"), "no_show_specialist");
  EXPECT_EQ(whole_at(booking, "order.refunded.minor"), 1'600'000);
}

TEST_F(TheHour, where_the_specialist_never_comes_everything_goes_back) {
  CLAUSE("HAR-3.6c");
  auto visit = joins(client, start);
  leaves(std::move(visit), start + minutes(20));
  story.pass_until(end + minutes(10));
  auto const booking = story.booking(client, id);
  EXPECT_EQ(text_at(booking, "outcome.kind"), "no_show_specialist");
  EXPECT_EQ(text_at(booking, "outcome.clause.id"), "HAR-3.6c");
  EXPECT_EQ(whole_at(booking, "order.refunded.minor"), 1'600'000);
  auto const news = story.news();
  EXPECT_NE(std::ranges::find(news, "notice no_show_specialist_refund to client by account, sms"), news.end());
}

TEST_F(TheHour, where_nobody_comes_the_specialist_is_the_one_who_was_absent) {
  CLAUSE("HAR-3.6c");
  story.pass_until(end + minutes(10));
  EXPECT_EQ(text_at(story.booking(client, id), "outcome.kind"), "no_show_specialist");
}

TEST_F(TheHour, where_the_client_never_comes_nothing_goes_back) {
  CLAUSE("HAR-3.7a");
  CLAUSE("HAR-3.7f");
  auto visit = joins(specialist, start);
  leaves(std::move(visit), end);
  story.pass_until(end + hours(13));
  auto const booking = story.booking(client, id);
  EXPECT_EQ(text_at(booking, "outcome.kind"), "no_show_client");
  EXPECT_EQ(whole_at(booking, "order.refunded.minor"), 0);
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay +1568000", "commission_revenue - -320000",
                                     "gateway_fee freedompay +32000", "specialist_payable specialist -1280000"}));
}

TEST_F(TheHour, lateness_of_the_specialist_moves_the_end_by_as_much) {
  CLAUSE("HAR-3.9b");
  auto two = joins(client, start);
  auto one = joins(specialist, start + minutes(7));
  auto const state = one->hear_until("ends_at");
  EXPECT_NE(state.find(to_rfc3339(end + minutes(7))), std::string::npos) << state;
  leaves(std::move(one), end + minutes(7));
  leaves(std::move(two), end + minutes(7));
  story.pass_until(end + minutes(20));
  EXPECT_EQ(text_at(story.booking(client, id), "outcome.kind"), "held");
}

TEST_F(TheHour, measured_short_by_the_specialist_the_client_chooses_a_repeat) {
  CLAUSE("HAR-1.session.e");
  auto two = joins(client, start);
  auto one = joins(specialist, start);
  leaves(std::move(one), start + minutes(40));
  leaves(std::move(two), end);
  story.pass_until(end + minutes(20));
  auto const booking = story.booking(client, id);
  EXPECT_EQ(text_at(booking, "outcome.kind"), "under_delivered");
  ASSERT_TRUE(has(booking, "remedy"));
  auto const chosen = client.visitor.post(
      "/v1/bookings/" + id + "/remedy",
      boost::json::object{{"choice", "repeat"}, {"starts_at", to_rfc3339(astana("2026-12-14T12:00"))}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  EXPECT_EQ(text_at(chosen.json(), "repeat_of"), id);
  EXPECT_EQ(text_at(chosen.json(), "state"), "confirmed");
}

}  // namespace
}  // namespace kelisim::test
