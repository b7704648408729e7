#include "room/pace.h"

#include <gtest/gtest.h>

namespace kelisim::groups {
namespace {

constexpr Instant now{1'796'616'000'000'000};
constexpr Duration minute = std::chrono::minutes(1);
constexpr Duration micro{1};

TEST(Pace, CountsEachForItselfUntilTheMinuteIsOver) {
  Pace pace;
  pace.note("a", now);
  pace.note("a", now + micro);
  pace.note("b", now);
  EXPECT_EQ(pace.count("a", now + minute - micro), 2);
  EXPECT_EQ(pace.count("a", now + minute), 1);
  EXPECT_EQ(pace.count("b", now + minute - micro), 1);
  EXPECT_EQ(pace.count("c", now), 0);
  pace.forget(now + minute);
  EXPECT_EQ(pace.count("a", now + minute), 1);
  EXPECT_EQ(pace.count("b", now), 0) << "what was let go of is not remembered";
}

}  // namespace
}  // namespace kelisim::groups
