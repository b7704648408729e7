#include "slots/practice.h"

#include "clause_mark.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::scheduling {
namespace {

constexpr Duration step = std::chrono::minutes(30);
constexpr Duration fifty = std::chrono::minutes(50);

Instant at(Zone const& zone, int year, unsigned month, unsigned day, int hour, int minute = 0) {
  return zone.instant({{year, month, day}, civil_time(hour, minute)});
}
Zone almaty() { return *Zone::load("Asia/Almaty"); }

/// Monday to Friday, 09:00-13:00.
Practice mornings(Zone const& zone) {
  Practice practice{.zone = zone, .duration = std::chrono::minutes(50), .week = {}, .exceptions = {}};
  for (int day = 1; day <= 5; ++day) practice.week.push_back({day, civil_time(9), civil_time(13)});
  return practice;
}

TEST(Slots, EndInsideTheHours) {
  CLAUSE("HAR-1.session.c");
  auto const zone = almaty();
  auto const monday = at(zone, 2026, 12, 7, 0);
  auto const slots = offered_slots(mornings(zone), fifty, step, {monday, monday + std::chrono::hours(24)});
  ASSERT_EQ(slots.size(), 7U);  // 09:00 … 12:00, the last ends 12:50
  EXPECT_EQ(slots.front().starts_at, at(zone, 2026, 12, 7, 9));
  EXPECT_EQ(slots.front().ends_at, at(zone, 2026, 12, 7, 9, 50));
  EXPECT_EQ(slots.back().starts_at, at(zone, 2026, 12, 7, 12));
  EXPECT_TRUE(offers_slot(mornings(zone), slots.back(), step));
  EXPECT_FALSE(offers_slot(mornings(zone), {at(zone, 2026, 12, 7, 12, 30), at(zone, 2026, 12, 7, 13, 20)}, step));
  EXPECT_FALSE(offers_slot(mornings(zone), {at(zone, 2026, 12, 7, 9, 10), at(zone, 2026, 12, 7, 10)}, step));
}

TEST(Slots, AreTheSameWhereverOneBeginsToLook) {
  auto const zone = almaty();
  auto const from = at(zone, 2026, 12, 7, 9, 40);
  auto const slots = offered_slots(mornings(zone), fifty, step, {from, from + std::chrono::hours(1)});
  ASSERT_EQ(slots.size(), 2U);
  EXPECT_EQ(slots.front().starts_at, at(zone, 2026, 12, 7, 10));
}

TEST(Slots, AClosedTimeIsTakenOutAndAnOpenOneAdded) {
  auto const zone = almaty();
  auto practice = mornings(zone);
  practice.exceptions = {{{at(zone, 2026, 12, 7, 10), at(zone, 2026, 12, 7, 11)}, false},
                         {{at(zone, 2026, 12, 12, 15), at(zone, 2026, 12, 12, 16)}, true}};
  auto const monday = at(zone, 2026, 12, 7, 0);
  auto const slots = offered_slots(practice, fifty, step, {monday, monday + std::chrono::hours(24)});
  for (auto const& slot : slots) {
    EXPECT_TRUE(slot.ends_at <= at(zone, 2026, 12, 7, 10) || slot.starts_at >= at(zone, 2026, 12, 7, 11));
  }
  EXPECT_EQ(slots.size(), 4U);  // 09:00, then 11:00, 11:30, 12:00
  auto const saturday = at(zone, 2026, 12, 12, 0);
  EXPECT_EQ(offered_slots(practice, fifty, step, {saturday, saturday + std::chrono::hours(24)}).size(), 1U);
}

TEST(Slots, AClosedTimeWinsOverAnOpenOne) {
  auto const zone = almaty();
  auto practice = mornings(zone);
  Interval const same{at(zone, 2026, 12, 12, 15), at(zone, 2026, 12, 12, 16)};
  practice.exceptions = {{same, true}, {same, false}};
  EXPECT_TRUE(offered_slots(practice, fifty, step, same).empty());
}

TEST(Slots, FollowTheClockOfKazakhstanThroughItsChange) {
  CLAUSE("HAR-3.8e");
  auto const zone = almaty();
  auto practice = mornings(zone);
  auto const before = offered_slots(practice, fifty, step, {at(zone, 2024, 2, 29, 0), at(zone, 2024, 2, 29, 10)});
  auto const after = offered_slots(practice, fifty, step, {at(zone, 2024, 3, 1, 0), at(zone, 2024, 3, 1, 10)});
  EXPECT_EQ(to_rfc3339(before.front().starts_at), "2024-02-29T03:00:00Z");  // UTC+6
  EXPECT_EQ(to_rfc3339(after.front().starts_at), "2024-03-01T04:00:00Z");   // UTC+5
}

TEST(Slots, ASkippedHourMovesOnAndARepeatedOneIsSoldOnce) {
  auto const berlin = *Zone::load("Europe/Berlin");
  Practice practice{.zone = berlin,
                    .duration = std::chrono::minutes(50),
                    .week = {{7, civil_time(1), civil_time(4)}},
                    .exceptions = {}};
  auto const spring = offered_slots(practice, fifty, step, {at(berlin, 2026, 3, 29, 0), at(berlin, 2026, 3, 29, 12)});
  auto const autumn =
      offered_slots(practice, fifty, step, {at(berlin, 2026, 10, 25, 0), at(berlin, 2026, 10, 25, 12)});
  EXPECT_EQ(spring.size(), 3U);  // two hours of elapsed time
  EXPECT_EQ(autumn.size(), 7U);  // four hours of elapsed time
  for (auto const* slots : {&spring, &autumn})
    for (std::size_t i = 1; i < slots->size(); ++i)
      EXPECT_EQ((*slots)[i].starts_at - (*slots)[i - 1].starts_at, step);
}

RC_GTEST_PROP(Slots, LieInsideTheWorkingTimesAndOnTheirGrid, ()) {
  auto const zone = almaty();
  Practice practice{.zone = zone, .duration = std::chrono::minutes(50), .week = {}, .exceptions = {}};
  auto const count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    auto const from = *rc::gen::inRange(0, 47) * 1800;
    auto const to = *rc::gen::inRange(from / 1800 + 1, 49) * 1800;
    practice.week.push_back({*rc::gen::inRange(1, 8), CivilTime{from}, CivilTime{to}});
  }
  auto const monday = at(zone, 2026, 12, 7, 0);
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    auto const from = monday + std::chrono::minutes(*rc::gen::inRange(0, 7 * 24 * 60));
    practice.exceptions.push_back(
        {{from, from + std::chrono::minutes(*rc::gen::inRange(1, 600))}, *rc::gen::arbitrary<bool>()});
  }
  Interval const week{monday, monday + std::chrono::days(7)};
  auto const working = working_times(practice, {week.starts_at, week.ends_at + std::chrono::days(1)});
  for (auto const& slot : offered_slots(practice, fifty, step, week)) {
    RC_ASSERT(slot.ends_at - slot.starts_at == fifty);
    RC_ASSERT(offers_slot(practice, slot, step));
    RC_ASSERT(std::ranges::any_of(working, [&](Interval const& time) {
      return time.starts_at <= slot.starts_at && slot.ends_at <= time.ends_at;
    }));
  }
}

}  // namespace
}  // namespace kelisim::scheduling
