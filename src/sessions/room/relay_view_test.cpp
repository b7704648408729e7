// Spans out of what the relay tells: how long, from when, and what is too little to be media.
#include "room/relay_view.h"

#include <gtest/gtest.h>

namespace kelisim::sessions {
namespace {

using scheduling::Party;
using store::RelaySaw;

constexpr Instant noon{1'796'616'000'000'000};
constexpr Duration tick = std::chrono::milliseconds(500);

class RoomRelayViewTest : public testing::Test {
 protected:
  std::vector<KeptSpan> heard(std::int64_t at, Party side, RelayReport const& report) {
    return view_.heard(side, report, at, tick, noon + tick * at, random_);
  }
  static RelayReport passed(std::int64_t taken, std::int64_t given) {
    return {.name = "name", .place = "1", .packets_taken = taken, .packets_given = given};
  }
  static RelayReport begins() { return {.name = "name", .place = "1", .begins = true}; }

  SystemRandom random_;
  RoomRelayView view_;
};

TEST_F(RoomRelayViewTest, MakesASpanOfWhatPassedSinceThePlaceBegan) {
  EXPECT_TRUE(heard(10, Party::client, begins()).empty());
  auto const kept = heard(30, Party::client, passed(500, 500));
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].span.saw, RelaySaw::took);
  EXPECT_EQ(kept[1].span.saw, RelaySaw::gave);
  EXPECT_EQ(kept[0].span.side, Party::client);
  EXPECT_EQ(kept[0].span.from, noon + tick * 10);
  EXPECT_EQ(kept[0].span.until, noon + tick * 30);
}

TEST_F(RoomRelayViewTest, LengthensASpanThatGoesOn) {
  (void)heard(10, Party::client, begins());
  auto const first = heard(30, Party::client, passed(500, 0));
  auto const second = heard(50, Party::client, passed(500, 0));
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].id.view(), first[0].id.view());
  EXPECT_EQ(second[0].span.from, noon + tick * 10);
  EXPECT_EQ(second[0].span.until, noon + tick * 50);
}

TEST_F(RoomRelayViewTest, CallsLessThanTenPacketsASecondNothing) {
  (void)heard(0, Party::client, begins());
  EXPECT_EQ(heard(20, Party::client, passed(99, 100)).size(), 1U) << "ten seconds";
  EXPECT_EQ(heard(40, Party::client, passed(100, 99)).size(), 1U);
  EXPECT_TRUE(heard(60, Party::client, passed(99, 99)).empty());
}

TEST_F(RoomRelayViewTest, SaysNothingOfATimeThatItDidNotSeeBegin) {
  EXPECT_TRUE(heard(30, Party::client, passed(5000, 5000)).empty());
  auto const kept = heard(40, Party::client, passed(5000, 5000));
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].span.from, noon + tick * 30);
}

TEST_F(RoomRelayViewTest, KeepsThePlacesAndTheSidesApart) {
  (void)heard(10, Party::client, begins());
  auto other = begins();
  other.place = "2";
  (void)heard(20, Party::specialist, other);
  auto const client = heard(30, Party::client, passed(500, 0));
  other = passed(500, 0);
  other.place = "2";
  auto const specialist = heard(30, Party::specialist, other);
  EXPECT_NE(client[0].id.view(), specialist[0].id.view());
  EXPECT_EQ(specialist[0].span.from, noon + tick * 20);
}

TEST_F(RoomRelayViewTest, FollowsAHundredPlacesOfARoomAndNoMore) {
  auto at_place = [](int number, RelayReport report) {
    report.place = std::to_string(number);
    return report;
  };
  for (int number = 1; number <= 101; ++number) (void)heard(10, Party::client, at_place(number, begins()));
  EXPECT_EQ(heard(30, Party::client, at_place(100, passed(500, 0))).size(), 1U);
  EXPECT_TRUE(heard(30, Party::client, at_place(101, passed(500, 0))).empty());
  EXPECT_TRUE(heard(50, Party::client, at_place(101, passed(500, 0))).empty());
}

TEST_F(RoomRelayViewTest, BeginsAnewWhereTheClockWasMoved) {
  (void)heard(10, Party::client, begins());
  auto const before = heard(30, Party::client, passed(500, 0));
  auto const moved = view_.heard(Party::client, passed(500, 0), 50, tick, noon + std::chrono::hours(1), random_);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_NE(moved[0].id.view(), before[0].id.view());
  EXPECT_EQ(moved[0].span.from, noon + std::chrono::hours(1) - tick * 20);
  auto const back = view_.heard(Party::client, passed(500, 0), 70, tick, noon, random_);
  EXPECT_NE(back[0].id.view(), moved[0].id.view());
}

}  // namespace
}  // namespace kelisim::sessions
