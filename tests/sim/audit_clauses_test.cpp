#include "audit_clauses.h"

#include <gtest/gtest.h>

namespace kelisim::sim {
namespace {

constexpr Duration tick{1};

Instant at(char const* text) { return *parse_rfc3339(text); }

/// The auditor is proved by hand-made cases of the offer, not by the code that it audits.
TEST(AuditClauses, noon_before_a_session_at_midnight_is_the_last_instant) {
  auto const start = at("2026-12-11T00:00:00+05:00");
  EXPECT_TRUE(client_was_in_time(at("2026-12-10T12:00:00+05:00"), start));
  EXPECT_FALSE(client_was_in_time(at("2026-12-10T12:00:00+05:00") + tick, start));
}

TEST(AuditClauses, a_notice_after_seven_in_the_evening_counts_from_ten_next_morning) {
  auto const start = at("2026-12-11T20:00:00+05:00");
  EXPECT_TRUE(client_was_in_time(at("2026-12-10T19:00:00+05:00"), start));
  EXPECT_FALSE(client_was_in_time(at("2026-12-10T19:00:00+05:00") + tick, start));
  EXPECT_TRUE(client_was_in_time(at("2026-12-10T19:00:00+05:00") + tick, at("2026-12-11T22:00:00+05:00")));
}

TEST(AuditClauses, a_notice_before_ten_counts_from_ten) {
  EXPECT_TRUE(client_was_in_time(at("2026-12-11T03:00:00+05:00"), at("2026-12-11T22:00:00+05:00")));
  EXPECT_FALSE(client_was_in_time(at("2026-12-11T03:00:00+05:00"), at("2026-12-11T21:59:59+05:00")));
}

TEST(AuditClauses, a_session_is_judged_by_who_came_before_its_end) {
  auto const start = at("2026-12-11T10:00:00Z");
  auto const end = at("2026-12-11T11:00:00Z");
  EXPECT_EQ(how_it_went(start, end, {}), Held::no_specialist);
  EXPECT_EQ(how_it_went(start, end, {{false, start, end}}), Held::no_specialist);
  EXPECT_EQ(how_it_went(start, end, {{false, start, end}, {true, end, end + Duration(1)}}), Held::no_specialist);
  EXPECT_EQ(how_it_went(start, end, {{true, start, end}}), Held::no_client);
  EXPECT_EQ(how_it_went(start, end, {{true, start, end}, {false, start, end}}), Held::whole);
}

TEST(AuditClauses, lateness_of_the_specialist_is_made_good_or_missing) {
  using std::chrono::minutes;
  auto const start = at("2026-12-11T10:00:00Z");
  auto const end = at("2026-12-11T11:00:00Z");
  auto const ten = minutes(10);
  EXPECT_EQ(how_it_went(start, end, {{true, start + ten, end + ten}, {false, start, end + ten}}), Held::whole);
  EXPECT_EQ(how_it_went(start, end, {{true, start + ten, end}, {false, start, end + ten}}), Held::short_measure);
  EXPECT_EQ(how_it_went(start, end, {{true, start + ten, end}, {false, start + Duration(1'000'000), end + ten}}),
            Held::whole);
}

}  // namespace
}  // namespace kelisim::sim
