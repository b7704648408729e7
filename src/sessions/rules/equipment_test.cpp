// From where on the relay is called weak; the check of the equipment itself stands in tests/clauses/room.table.
#include "sessions/rules/equipment.h"

#include <gtest/gtest.h>

namespace kelisim::sessions {
namespace {

constexpr RelayTrial barely_good{.reached = true, .kbps = 300, .lost_permille = 49, .round_trip_ms = 399};

TEST(RelayAdvice, CallsWeakWhatLiesBeyondEachBound) {
  EXPECT_EQ(advise_on_relay(barely_good), RelayAdvice::good);
  auto trial = barely_good;
  trial.kbps = 299;
  EXPECT_EQ(advise_on_relay(trial), RelayAdvice::weak);
  trial = barely_good;
  trial.lost_permille = 50;
  EXPECT_EQ(advise_on_relay(trial), RelayAdvice::weak);
  trial = barely_good;
  trial.round_trip_ms = 400;
  EXPECT_EQ(advise_on_relay(trial), RelayAdvice::weak);
}

TEST(RelayAdvice, SaysFirstThatThereIsNoWay) {
  auto trial = barely_good;
  trial.reached = false;
  EXPECT_EQ(advise_on_relay(trial), RelayAdvice::unreachable);
  trial.kbps = 0;
  EXPECT_EQ(advise_on_relay(trial), RelayAdvice::unreachable);
}

TEST(RelayAdvice, TakesNoMeasureOfTheThroughputForAWeakOneAndHoldsNothingElseAgainstIt) {
  EXPECT_EQ(advise_on_relay({.reached = true, .kbps = {}, .lost_permille = 0, .round_trip_ms = 0}),
            RelayAdvice::weak);
  EXPECT_EQ(advise_on_relay({.reached = true, .kbps = 300, .lost_permille = {}, .round_trip_ms = {}}),
            RelayAdvice::good);
}

}  // namespace
}  // namespace kelisim::sessions
