// Properties of the rules of claims; their single cases stand in tests/clauses/claims.table.
#include "claims/rules/accept_service.h"
#include "claims/rules/answer_clocks.h"
#include "claims/rules/file_claim.h"
#include "claims/rules/rule_on_claim.h"
#include "harmonia.h"
#include "instants.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::claims {
namespace {

using scheduling::BookingState;

Money any_money() { return {*rc::gen::inRange<std::int64_t>(0, 10'000'000'00), Currency::KZT}; }

/// Often at a microsecond that matters.
Instant any_time_around(Instant limit) {
  return limit + Duration(*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-3, 4),
                                          rc::gen::inRange<std::int64_t>(-43'200'000'000, 43'200'000'000)));
}

RC_GTEST_PROP(ClaimProperties, a_claim_is_in_time_exactly_while_nothing_is_accepted, ()) {
  auto const ended_at = *test::instants();
  auto const at = any_time_around(ended_at + std::chrono::hours(12));
  auto const accepted = decide_acceptance(
      {.ended_at = ended_at, .claim = ClaimEnd::none, .claim_decided_at = std::nullopt, .now = at}, test::harmonia());
  auto const filed = decide_filing({.category = Category::other,
                                    .has_reasons = true,
                                    .state = BookingState::finished,
                                    .starts_at = ended_at - std::chrono::hours(24),
                                    .ended_at = ended_at,
                                    .claim_open = false,
                                    .received_at = at,
                                    .ruled = false},
                                   test::harmonia());
  RC_ASSERT((filed->standing == Standing::disputed) == (accepted.state == AcceptanceState::awaiting));
  RC_ASSERT(accepted.payable == (accepted.state == AcceptanceState::accepted));
}

RC_GTEST_PROP(ClaimProperties, liability_is_never_above_any_of_its_three_bounds, ()) {
  auto const claimed = any_money();
  auto const paid = any_money();
  auto const payable = cap_liability({claimed, paid}, test::harmonia()).payable;
  Money const cap(30'000'00, Currency::KZT);
  RC_ASSERT(payable <= claimed && payable <= paid && payable <= cap);
  RC_ASSERT(payable == claimed || payable == paid || payable == cap);
}

RulingFacts any_ruling() {
  return {.finding = *rc::gen::element(Finding::service_failure, Finding::specialist_failure, Finding::unfounded),
          .has_reasons = true,
          .standing = *rc::gen::element(Standing::disputed, Standing::feedback, Standing::request),
          .first = std::nullopt,
          .appealed = false,
          .same_person = false,
          .final = false,
          .paid = any_money(),
          .price_returned = *rc::gen::arbitrary<bool>(),
          .damage = any_money(),
          .service_failed = *rc::gen::arbitrary<bool>()};
}

RC_GTEST_PROP(ClaimProperties, an_appeal_never_takes_back_what_was_granted, ()) {
  auto facts = any_ruling();
  auto const first = decide_ruling(facts, test::harmonia());
  RC_PRE(first.has_value());
  facts.first = facts.finding;
  facts.appealed = true;
  facts.finding = *rc::gen::element(Finding::service_failure, Finding::specialist_failure, Finding::unfounded);
  auto const second = decide_ruling(facts, test::harmonia());
  if (second) RC_ASSERT(second->founded || !first->founded);
  facts.same_person = true;
  RC_ASSERT(decide_ruling(facts, test::harmonia()).error().why == RulingRefusal::same_person);
}

RC_GTEST_PROP(ClaimProperties, the_whole_price_comes_back_or_nothing_of_it, ()) {
  auto const facts = any_ruling();
  auto const ruling = decide_ruling(facts, test::harmonia());
  RC_PRE(ruling.has_value());
  RC_ASSERT(ruling->refund == facts.paid || ruling->refund.is_zero());
  RC_ASSERT(ruling->remedy.has_value() == ruling->refund.is_positive());
  RC_ASSERT(!ruling->founded || !ruling->accepts_service);
}

TEST(AnswerClocks, the_earlier_of_the_two_leads) {
  auto const zone = *Zone::load("Asia/Almaty");
  terms::WorkCalendar const calendar("KZ", {});
  auto const received = zone.instant({{2026, 12, 7}, civil_time(21)});
  terms::ClaimSettings settings{
      .law_answer_calendar_days = 10, .answer_working_days = 3, .appeal_calendar_days = 14, .work_calendar = "KZ"};
  EXPECT_EQ(answer_clocks(received, settings, zone, calendar).leads, Leads::business);
  settings.answer_working_days = 9;
  auto const slow = answer_clocks(received, settings, zone, calendar);
  EXPECT_EQ(slow.leads, Leads::law);
  EXPECT_EQ(slow.leading().at, zone.instant({{2026, 12, 18}, civil_time(0)}) - Duration(1));
}

TEST(AppealUntil, the_last_day_counts_to_its_end) {
  auto const zone = *Zone::load("Asia/Almaty");
  terms::ClaimSettings const settings{
      .law_answer_calendar_days = 10, .answer_working_days = 3, .appeal_calendar_days = 14, .work_calendar = "KZ"};
  auto const ruled = zone.instant({{2026, 12, 10}, civil_time(14)});
  EXPECT_EQ(appeal_until(ruled, settings, zone), zone.instant({{2026, 12, 25}, civil_time(0)}) - Duration(1));
}

}  // namespace
}  // namespace kelisim::claims
