#include "terms/rules/notice.h"

#include "harmonia.h"
#include "instants.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::terms {
namespace {

CancellationTerms with(OffHours off_hours, bool close_inclusive = true, Boundary boundary = Boundary::inclusive) {
  auto terms = *test::harmonia().cancellation;
  terms.support_hours->off_hours.value = off_hours;
  terms.support_hours->close_inclusive.value = close_inclusive;
  terms.boundary.value = boundary;
  return terms;
}

bool in_time_when_sent(Instant sent, Instant starts_at, CancellationTerms const& terms) {
  return in_time(effective_instant(sent, terms), starts_at, terms.window.value, terms.boundary.value);
}

/// Any reading of the hours that a brand can state.
CancellationTerms any_terms() {
  return with(*rc::gen::element(OffHours::deemed_next_opening, OffHours::at_submission, OffHours::void_notice),
              *rc::gen::arbitrary<bool>(), *rc::gen::element(Boundary::inclusive, Boundary::strictly_less));
}

RC_GTEST_PROP(NoticeProperties, the_shown_deadline_is_exactly_where_notices_stop_being_in_time,
              (Instant starts_at, Instant sent)) {
  auto const& terms = *test::harmonia().cancellation;
  auto const deadline = refund_deadline(starts_at, terms).at;
  RC_ASSERT(in_time_when_sent(sent, starts_at, terms) == (sent <= deadline));
}

RC_GTEST_PROP(NoticeProperties, the_microseconds_around_the_deadline_agree_with_it, (Instant starts_at)) {
  auto const terms = any_terms();
  auto const deadline = refund_deadline(starts_at, terms).at;
  RC_ASSERT(in_time_when_sent(deadline, starts_at, terms));
  RC_ASSERT(!in_time_when_sent(deadline + Duration(1), starts_at, terms));
}

RC_GTEST_PROP(NoticeProperties, a_notice_sent_near_the_start_is_judged_as_its_deadline_says, (Instant starts_at)) {
  auto const terms =
      with(*rc::gen::element(OffHours::deemed_next_opening, OffHours::at_submission), *rc::gen::arbitrary<bool>(),
           *rc::gen::element(Boundary::inclusive, Boundary::strictly_less));
  auto const sent = starts_at - Duration(*rc::gen::inRange<std::int64_t>(0, 48LL * 3600 * 1'000'000));
  RC_ASSERT(in_time_when_sent(sent, starts_at, terms) == (sent <= refund_deadline(starts_at, terms).at));
}

RC_GTEST_PROP(NoticeProperties, a_void_notice_is_never_better_than_the_deadline, (Instant starts_at, Instant sent)) {
  auto const terms = with(OffHours::void_notice);
  if (in_time_when_sent(sent, starts_at, terms)) RC_ASSERT(sent <= refund_deadline(starts_at, terms).at);
}

RC_GTEST_PROP(NoticeProperties, a_notice_counts_inside_the_hours_and_never_before_it_was_sent, (Instant sent)) {
  auto const& terms = *test::harmonia().cancellation;
  auto const effective_at = *effective_instant(sent, terms);
  RC_ASSERT(effective_at >= sent);
  auto const wall = terms.support_hours->zone.value.local(effective_at);
  RC_ASSERT(wall.time >= terms.support_hours->open.value);
  RC_ASSERT(wall.time <= terms.support_hours->close.value);
  RC_ASSERT(effective_instant(effective_at, terms) == effective_at);
}

RC_GTEST_PROP(NoticeProperties, an_earlier_notice_never_counts_later, (Instant one, Instant other)) {
  auto const& terms = *test::harmonia().cancellation;
  auto const [earlier, later] = std::minmax(one, other);
  RC_ASSERT(*effective_instant(earlier, terms) <= *effective_instant(later, terms));
}

RC_GTEST_PROP(NoticeProperties, a_later_start_never_has_an_earlier_deadline, (Instant one, Instant other)) {
  auto const terms = any_terms();
  auto const [earlier, later] = std::minmax(one, other);
  RC_ASSERT(refund_deadline(earlier, terms).at <= refund_deadline(later, terms).at);
}

TEST(Notice, outside_the_hours_counts_as_the_brand_says) {
  auto const sent = *parse_rfc3339("2026-12-10T14:00:00.000001Z");  // 19:00 in Astana and one microsecond
  EXPECT_EQ(effective_instant(sent, with(OffHours::deemed_next_opening)), *parse_rfc3339("2026-12-11T05:00:00Z"));
  EXPECT_EQ(effective_instant(sent, with(OffHours::at_submission)), sent);
  EXPECT_EQ(effective_instant(sent, with(OffHours::void_notice)), std::nullopt);
}

TEST(Notice, at_the_closing_counts_as_the_brand_says) {
  auto const closing = *parse_rfc3339("2026-12-10T14:00:00Z");
  EXPECT_EQ(effective_instant(closing, with(OffHours::void_notice, true)), closing);
  EXPECT_EQ(effective_instant(closing, with(OffHours::void_notice, false)), std::nullopt);
  EXPECT_EQ(effective_instant(closing - Duration(1), with(OffHours::void_notice, false)), closing - Duration(1));
}

TEST(Notice, without_support_hours_counts_when_it_is_received) {
  auto terms = *test::harmonia().cancellation;
  terms.support_hours.reset();
  auto const sent = *parse_rfc3339("2026-12-10T22:00:00Z");
  EXPECT_EQ(effective_instant(sent, terms), sent);
  auto const deadline = refund_deadline(sent + std::chrono::hours(12), terms);
  EXPECT_EQ(deadline.at, sent);
  EXPECT_EQ(deadline.steps.size(), 2U);
}

}  // namespace
}  // namespace kelisim::terms
