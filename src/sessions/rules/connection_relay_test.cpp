// Whose connection failed, where the relay tells what it saw: what a side that lies can do about it.
#include "sessions/rules/connection.h"

#include "harmonia.h"
#include "platform/json/described.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::sessions {
namespace {

using scheduling::Party;

constexpr Instant start{1'797'001'200'000'000};  // 2026-12-11 20:00 of Astana

Instant at(std::int64_t minutes, std::int64_t seconds = 0) {
  return start + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
}

/// Both there for the whole session, each heard by the other, and the relay saw it all.
ConnectionFacts good_session() {
  return {.session = {at(0), at(50)},
          .stays = {{Party::client, at(-3), at(50)}, {Party::specialist, at(-1), at(50)}},
          .losses = {},
          .hearings = {{Party::client, true, at(0), at(50)}, {Party::specialist, true, at(0), at(50)}},
          .relay = RelayView{.watched = {{at(0), at(50)}},
                             .took = {{Party::client, at(0), at(50)}, {Party::specialist, at(0), at(50)}},
                             .gave = {{Party::client, at(0), at(50)}, {Party::specialist, at(0), at(50)}}}};
}

Party other(Party side) { return side == Party::client ? Party::specialist : Party::client; }
FailureSide failure_of(Party side) { return side == Party::client ? FailureSide::client : FailureSide::specialist; }

/// One side sends nothing from a minute on.
void fall_silent(ConnectionFacts& facts, Party side, Instant from) {
  for (auto& took : facts.relay->took) {
    if (took.side == side) took.until = from;
  }
  for (auto& gave : facts.relay->gave) {
    if (gave.side == other(side)) gave.until = from;
  }
}

void say(ConnectionFacts& facts, Party witness, bool hears, Instant from) {
  for (auto& hearing : facts.hearings) {
    if (hearing.witness == witness) hearing.until = from;
  }
  facts.hearings.push_back({witness, hears, from, at(50)});
}

ConnectionVerdict judged(ConnectionFacts const& facts) { return judge_connection(facts, test::harmonia()); }
std::int64_t refuted(ConnectionVerdict const& verdict, Party side) {
  return side == Party::client ? verdict.relay->client_refuted_seconds : verdict.relay->specialist_refuted_seconds;
}
std::int64_t silent(ConnectionVerdict const& verdict, Party side) {
  return side == Party::client ? verdict.relay->client_silent_seconds : verdict.relay->specialist_silent_seconds;
}

TEST(ConnectionByRelay, OfAGoodSessionAgreesWithWhatBothSaid) {
  auto const verdict = judged(good_session());
  EXPECT_EQ(verdict.side, FailureSide::none);
  EXPECT_EQ(verdict.media_seconds, 3000);
  EXPECT_EQ(verdict.relay->watched_seconds, 3000);
  EXPECT_EQ(refuted(verdict, Party::client) + refuted(verdict, Party::specialist), 0);
}

TEST(ConnectionByRelay, RefutesASideThatDeniesWhatItWasGiven) {
  for (auto const liar : {Party::client, Party::specialist}) {
    auto facts = good_session();
    say(facts, liar, false, at(20));
    auto const verdict = judged(facts);
    EXPECT_EQ(verdict.side, FailureSide::none);
    EXPECT_EQ(refuted(verdict, liar), 1800);
    EXPECT_EQ(refuted(verdict, other(liar)), 0);
    EXPECT_EQ(verdict.disputed_seconds, 0);
  }
}

TEST(ConnectionByRelay, RefutesTwoWhoDenyTogether) {
  auto facts = good_session();
  say(facts, Party::client, false, at(20));
  say(facts, Party::specialist, false, at(20));
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::none);
  EXPECT_EQ(verdict.service_seconds, 0);
  EXPECT_EQ(verdict.media_seconds, 1200);
}

TEST(ConnectionByRelay, RefutesASideThatSaysItHearsWhatNeverCame) {
  for (auto const mute : {Party::client, Party::specialist}) {
    auto facts = good_session();
    fall_silent(facts, mute, at(20));
    auto const verdict = judged(facts);  // the other goes on saying that it hears
    EXPECT_EQ(refuted(verdict, other(mute)), 1770) << "all but the half minute by which the relay may tell late";
    EXPECT_EQ(verdict.media_seconds, 1230);
    EXPECT_EQ(verdict.side, FailureSide::none);
  }
}

TEST(ConnectionByRelay, FindsTheSideThatSendsNothingWhateverThatSideSays) {
  for (auto const mute : {Party::client, Party::specialist}) {
    auto facts = good_session();
    fall_silent(facts, mute, at(20));
    say(facts, other(mute), false, at(20));
    auto verdict = judged(facts);
    EXPECT_EQ(verdict.side, failure_of(mute));
    EXPECT_EQ(silent(verdict, mute), 1770);
    EXPECT_EQ(verdict.disputed_seconds, 30);
    EXPECT_EQ(verdict.service_seconds, 0);

    say(facts, mute, false, at(20));  // it denies in turn, though it was given everything
    verdict = judged(facts);
    EXPECT_EQ(verdict.side, failure_of(mute));
    EXPECT_EQ(verdict.service_seconds, 0);
    EXPECT_EQ(refuted(verdict, mute), 1800);
  }
}

TEST(ConnectionByRelay, ThatCarriedNothingForEitherIsTheServices) {
  auto facts = good_session();
  for (auto const side : {Party::client, Party::specialist}) {
    fall_silent(facts, side, at(20));
    say(facts, side, false, at(20));
  }
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::service);
  EXPECT_EQ(verdict.service_seconds, 1800);
}

TEST(ConnectionByRelay, OutsideOfItsWatchRefutesNobody) {
  auto facts = good_session();
  facts.relay->watched = {{at(0), at(20)}};
  for (auto* spans : {&facts.relay->took, &facts.relay->gave}) {
    for (auto& span : *spans) span.until = at(20);
  }
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.media_seconds, 3000);
  EXPECT_EQ(verdict.relay->watched_seconds, 1200);
  EXPECT_EQ(refuted(verdict, Party::client) + refuted(verdict, Party::specialist), 0);
}

TEST(ConnectionByRelay, FactsWithoutItsViewReadAsTheyAlwaysDid) {
  auto facts = good_session();
  facts.relay.reset();
  auto const text = json::to_text(facts);
  EXPECT_EQ(text.find("relay"), std::string::npos);
  EXPECT_EQ(json::to_text(judged(json::from_text<ConnectionFacts>(text))).find("relay"), std::string::npos);
}

/// Whatever one side says, and whether it sends or not: no failure is found of the other or of the service.
RC_GTEST_PROP(ConnectionByRelayProperties, a_side_gains_nothing_by_its_words_nor_by_its_silence, ()) {
  auto facts = good_session();
  auto const liar = *rc::gen::element(Party::client, Party::specialist);
  std::erase_if(facts.hearings, [&](Hearing const& hearing) { return hearing.witness == liar; });
  auto const lies = *rc::gen::inRange(0, 9);
  for (int n = 0; n < lies; ++n) {
    auto const from = at(*rc::gen::inRange<std::int64_t>(-30, 80), *rc::gen::inRange<std::int64_t>(0, 60));
    facts.hearings.push_back({liar, *rc::gen::arbitrary<bool>(), from,
                              from + std::chrono::seconds(*rc::gen::inRange<std::int64_t>(-60, 6000))});
  }
  if (*rc::gen::arbitrary<bool>()) {
    auto const from = at(*rc::gen::inRange<std::int64_t>(0, 50));
    fall_silent(facts, liar, from);
    if (*rc::gen::arbitrary<bool>()) say(facts, other(liar), false, from);
  }
  auto const verdict = judged(facts);
  RC_ASSERT(verdict.side == FailureSide::none || verdict.side == failure_of(liar));
  RC_ASSERT(verdict.service_seconds == 0);
  RC_ASSERT(silent(verdict, other(liar)) == 0);
  RC_ASSERT(refuted(verdict, other(liar)) == 0 || verdict.side == FailureSide::none);
  RC_ASSERT(verdict.media_seconds <= verdict.together_seconds);
}

RC_GTEST_PROP(ConnectionByRelayProperties, stored_facts_decide_the_same_again, ()) {
  auto facts = good_session();
  fall_silent(facts, Party::client, at(*rc::gen::inRange<std::int64_t>(0, 50)));
  auto const again = json::from_text<ConnectionFacts>(json::to_text(facts));
  RC_ASSERT(json::to_text(judged(again)) == json::to_text(judged(facts)));
}

}  // namespace
}  // namespace kelisim::sessions
