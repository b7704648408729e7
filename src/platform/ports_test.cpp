#include "platform/clock.h"
#include "platform/random.h"

#include <gtest/gtest.h>

#include <set>

namespace kelisim {
namespace {

TEST(MovableClock, StandsStillUntilMoved) {
  MovableClock clock(Instant{1'000});
  EXPECT_EQ(clock.now(), Instant{1'000});
  clock.advance(Duration{5});
  EXPECT_EQ(clock.now(), Instant{1'005});
  clock.set(Instant{7});
  EXPECT_EQ(clock.now(), Instant{7});
}

TEST(MovableClock, RunsOnFromWhereItWasSet) {
  MovableClock clock;
  Instant const future{4'000'000'000'000'000};
  clock.set(future);
  auto const first = clock.now();
  EXPECT_GE(first, future);
  EXPECT_LT(first - future, std::chrono::minutes(1));
}

TEST(SeededRandom, RepeatsForASeedAndDiffersBetweenSeeds) {
  SeededRandom a(1);
  SeededRandom b(1);
  SeededRandom c(2);
  auto const first = a.token();
  EXPECT_EQ(first, b.token());
  EXPECT_NE(first, c.token());
  EXPECT_NE(first, a.token());
}

TEST(Random, DrawsEveryValueBelowABound) {
  SeededRandom random(3);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 500; ++i) seen.insert(random.below(7));
  EXPECT_EQ(seen, (std::set<std::uint64_t>{0, 1, 2, 3, 4, 5, 6}));
}

TEST(SystemRandom, GivesDigitsAndTokensOfTheAskedLength) {
  SystemRandom random;
  EXPECT_EQ(random.digits(6).size(), 6U);
  EXPECT_EQ(random.token(32).size(), 43U);
  EXPECT_NE(random.token(), random.token());
}

}  // namespace
}  // namespace kelisim
