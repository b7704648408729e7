// Whose connection failed: single cases, and what no side can gain by what it says.
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

/// Both there for the whole session, each saying that it receives the other.
ConnectionFacts good_session() {
  return {.session = {at(0), at(50)},
          .stays = {{Party::client, at(-3), at(50)}, {Party::specialist, at(-1), at(50)}},
          .losses = {},
          .hearings = {{Party::client, true, at(0), at(50)}, {Party::specialist, true, at(0), at(50)}}};
}

/// One side's connection is gone from one minute to another.
void lose(ConnectionFacts& facts, Party who, Instant from, Instant until) {
  for (auto& stay : facts.stays) {
    if (stay.who == who) stay.left_at = from;
  }
  facts.losses.push_back({who, from});
  if (until < facts.session.ends_at) facts.stays.push_back({who, until, facts.session.ends_at});
}

void say(ConnectionFacts& facts, Party witness, bool hears, Instant from, Instant until) {
  std::erase_if(facts.hearings, [&](Hearing const& hearing) { return hearing.witness == witness; });
  facts.hearings.push_back({witness, !hears, facts.session.starts_at, from});
  facts.hearings.push_back({witness, hears, from, until});
  facts.hearings.push_back({witness, !hears, until, facts.session.ends_at});
}

ConnectionVerdict judged(ConnectionFacts const& facts) { return judge_connection(facts, test::harmonia()); }

TEST(Connection, OfAGoodSessionFailedNobody) {
  auto const verdict = judged(good_session());
  EXPECT_EQ(verdict.side, FailureSide::none);
  EXPECT_EQ(verdict.together_seconds, 3000);
  EXPECT_EQ(verdict.media_seconds, 3000);
  EXPECT_EQ(verdict.because.id, "HAR-3.10c");
}

TEST(Connection, LostByOneSideIsThatSidesFromOneMinuteOn) {
  for (auto const& [who, side] :
       {std::pair(Party::client, FailureSide::client), std::pair(Party::specialist, FailureSide::specialist)}) {
    auto facts = good_session();
    lose(facts, who, at(20), at(20, 59));
    EXPECT_EQ(judged(facts).side, FailureSide::none);
    facts = good_session();
    lose(facts, who, at(20), at(21));
    EXPECT_EQ(judged(facts).side, side);
    facts = good_session();
    lose(facts, who, at(20), at(50));
    auto const verdict = judged(facts);
    EXPECT_EQ(who == Party::client ? verdict.client_seconds : verdict.specialist_seconds, 1800);
    EXPECT_EQ(verdict.together_seconds, 1200);
  }
}

TEST(Connection, LostByBothAtOnceIsTheServices) {
  auto facts = good_session();
  lose(facts, Party::client, at(20), at(23));
  lose(facts, Party::specialist, at(20, 10), at(24));
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::service);
  EXPECT_EQ(verdict.service_seconds, 170);
  EXPECT_EQ(verdict.specialist_seconds, 60);
  EXPECT_EQ(verdict.client_seconds, 10);
}

TEST(Connection, LostByBothApartIsEachOnesOwn) {
  auto facts = good_session();
  lose(facts, Party::client, at(20), at(23));
  lose(facts, Party::specialist, at(20, 11), at(24));
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.service_seconds, 0);
  EXPECT_EQ(verdict.client_seconds, 180);
  EXPECT_EQ(verdict.specialist_seconds, 229);
  EXPECT_EQ(verdict.side, FailureSide::specialist);
}

TEST(Connection, LostForAsLongByEachCauseIsTheServicesAndThenTheSpecialists) {
  auto facts = good_session();
  lose(facts, Party::client, at(20), at(22));
  lose(facts, Party::specialist, at(30), at(32));
  EXPECT_EQ(judged(facts).side, FailureSide::specialist);
  for (auto const witness : {Party::client, Party::specialist}) say(facts, witness, false, at(40), at(42));
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.service_seconds, 120);
  EXPECT_EQ(verdict.specialist_seconds, 120);
  EXPECT_EQ(verdict.side, FailureSide::service);
}

TEST(Connection, ThatBothSayCarriedNothingIsTheServices) {
  auto facts = good_session();
  say(facts, Party::client, false, at(20), at(50));
  say(facts, Party::specialist, false, at(20), at(50));
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::service);
  EXPECT_EQ(verdict.service_seconds, 1800);
  EXPECT_EQ(verdict.media_seconds, 1200);
  EXPECT_EQ(verdict.disputed_seconds, 0);
}

TEST(Connection, ThatOneSideAloneCallsSilentIsHeldAgainstNobody) {
  for (auto const liar : {Party::client, Party::specialist}) {
    auto facts = good_session();
    say(facts, liar, false, at(0), at(50));
    auto const verdict = judged(facts);
    EXPECT_EQ(verdict.side, FailureSide::none);
    EXPECT_EQ(verdict.service_seconds, 0);
    EXPECT_EQ(verdict.disputed_seconds, 3000);
  }
}

TEST(Connection, OfWhichNothingWasSaidFailedNobody) {
  auto facts = good_session();
  facts.hearings.clear();
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::none);
  EXPECT_EQ(verdict.media_seconds, 0);
  EXPECT_EQ(verdict.service_seconds, 0);
}

TEST(Connection, LeavingIsNoFailure) {
  auto facts = good_session();
  facts.stays[0].left_at = at(20);
  auto const verdict = judged(facts);
  EXPECT_EQ(verdict.side, FailureSide::none);
  EXPECT_EQ(verdict.client_seconds, 0);
}

/// Whatever one side says of its hearing, at any times, no failure is found that would not be found without it.
RC_GTEST_PROP(ConnectionProperties, a_side_gains_nothing_by_what_it_says_alone, ()) {
  auto facts = good_session();
  auto const liar = *rc::gen::element(Party::client, Party::specialist);
  std::erase_if(facts.hearings, [&](Hearing const& hearing) { return hearing.witness == liar; });
  auto const lies = *rc::gen::inRange(0, 9);
  for (int n = 0; n < lies; ++n) {
    auto const from = at(*rc::gen::inRange<std::int64_t>(-30, 80), *rc::gen::inRange<std::int64_t>(0, 60));
    facts.hearings.push_back({liar, *rc::gen::arbitrary<bool>(), from,
                              from + std::chrono::seconds(*rc::gen::inRange<std::int64_t>(-60, 6000))});
  }
  auto const verdict = judged(facts);
  RC_ASSERT(verdict.side == FailureSide::none);
  RC_ASSERT(verdict.service_seconds == 0);
  RC_ASSERT(verdict.client_seconds + verdict.specialist_seconds == 0);
  RC_ASSERT(verdict.media_seconds <= verdict.together_seconds);
}

/// Breaking one's own connection, as often as one likes, is never the other's failure nor the service's.
RC_GTEST_PROP(ConnectionProperties, a_side_that_breaks_its_own_connection_blames_itself_alone, ()) {
  auto facts = good_session();
  auto const who = *rc::gen::element(Party::client, Party::specialist);
  std::erase_if(facts.stays, [&](Stay const& stay) { return stay.who == who; });
  auto from = at(0);
  auto const breaks = *rc::gen::inRange(1, 12);
  for (int n = 0; n < breaks; ++n) {
    auto const until = from + std::chrono::seconds(*rc::gen::inRange<std::int64_t>(1, 400));
    facts.stays.push_back({who, from, until});
    facts.losses.push_back({who, until});
    from = until + std::chrono::seconds(*rc::gen::inRange<std::int64_t>(0, 400));
  }
  auto const verdict = judged(facts);
  RC_ASSERT(verdict.service_seconds == 0);
  RC_ASSERT((who == Party::client ? verdict.specialist_seconds : verdict.client_seconds) == 0);
}

RC_GTEST_PROP(ConnectionProperties, stored_facts_decide_the_same_again, ()) {
  auto facts = good_session();
  lose(facts, Party::client, at(*rc::gen::inRange<std::int64_t>(1, 30)), at(40));
  auto const again = json::from_text<ConnectionFacts>(json::to_text(facts));
  RC_ASSERT(json::to_text(judged(again)) == json::to_text(judged(facts)));
}

}  // namespace
}  // namespace kelisim::sessions
