#include "audit_deadlines.h"

#include <gtest/gtest.h>

namespace kelisim::sim {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

Instant at(char const* text) { return *parse_rfc3339(text); }

TEST(AuditorsDeadlines, three_working_days_leave_out_the_week_end_and_independence_day) {
  EXPECT_EQ(end_of_working_day_after(at("2026-12-10T07:00:00Z"), 3), at("2026-12-15T18:59:59.999999Z"));
  EXPECT_EQ(end_of_working_day_after(at("2026-12-14T07:00:00Z"), 3), at("2026-12-18T18:59:59.999999Z"));
  EXPECT_EQ(end_of_working_day_after(at("2026-12-31T07:00:00Z"), 2), at("2027-01-06T18:59:59.999999Z"));
}

TEST(AuditorsDeadlines, the_day_begins_at_midnight_of_astana) {
  EXPECT_EQ(end_of_day_after(at("2026-12-07T18:59:59.999999Z"), 1), at("2026-12-08T18:59:59.999999Z"));
  EXPECT_EQ(end_of_day_after(at("2026-12-07T19:00:00Z"), 1), at("2026-12-09T18:59:59.999999Z"));
}

TEST(AuditorsDeadlines, a_call_comes_a_day_before_or_at_half_of_the_time) {
  auto const arose = at("2026-12-07T07:00:00Z");
  EXPECT_EQ(call_at(Call::due_soon, arose, arose + hours(72), false), arose + hours(48));
  EXPECT_EQ(call_at(Call::due_soon, arose, arose + hours(10), false), arose + hours(5));
  EXPECT_EQ(call_at(Call::overdue, arose, arose + hours(10), false), arose + hours(10) + microseconds(1));
  EXPECT_EQ(call_at(Call::escalated, arose, arose + hours(10), true),
            arose + hours(34) + minutes(15) + microseconds(1));
}

}  // namespace
}  // namespace kelisim::sim
