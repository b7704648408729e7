#include "scheduling/rules/cancel_booking.h"

#include "kernel/ensure.h"
#include "terms/rules/notice.h"

namespace kelisim::scheduling {
namespace {

Money percent_of(Money paid, int percent) { return share(paid, BasisPoints{percent * 100}); }

Failure<CancelRefused> refused(CancelRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(CancelRefused{why, because});
}

/// HAR-3.8a beyond the boundary, HAR-3.8b at it, HAR-3.7b inside the window.
Clause clause_of_client(bool timely, std::optional<Instant> effective_at, Instant cutoff,
                        terms::CancellationTerms const& terms) {
  if (!timely) return terms.late_refund_percent.clause;
  return effective_at == cutoff ? terms.boundary.clause : terms.refund_percent.clause;
}

Cancelled by_client(CancelFacts const& facts, terms::CancellationTerms const& terms) {
  auto const effective_at = terms::effective_instant(facts.received_at, terms);
  auto const timely = terms::in_time(effective_at, facts.starts_at, terms.window.value, terms.boundary.value);
  auto const percent = timely ? terms.refund_percent.value : terms.late_refund_percent.value;
  auto const refund = percent_of(facts.paid, percent);
  Cancelled cancelled{.refund = refund,
                      .kept = facts.paid - refund,
                      .in_time = timely,
                      .received_at = facts.received_at,
                      .effective_at = effective_at,
                      .refund_deadline = terms::refund_deadline(facts.starts_at, terms).at,
                      .remedy = std::nullopt,
                      .choice_until = std::nullopt,
                      .payout_accrues = refund != facts.paid,
                      .because = clause_of_client(timely, effective_at, facts.starts_at - terms.window.value, terms),
                      .rests_on = {terms.may_withdraw.clause}};
  if (terms.support_hours) {
    cancelled.rests_on.push_back(terms.support_hours->open.clause);
    cancelled.rests_on.push_back(terms.support_hours->zone.clause);
  }
  if (cancelled.payout_accrues) cancelled.rests_on.push_back(terms.late_forfeit_goes_to.clause);
  return cancelled;
}

/// Less than the window before the start, as the specialist's boundary says it.
bool specialist_is_late(CancelFacts const& facts, terms::SpecialistCancellationTerms const& terms) {
  auto const cutoff = facts.starts_at - terms.window.value;
  return terms.boundary.value == terms::Boundary::strictly_less ? facts.received_at > cutoff
                                                                : facts.received_at >= cutoff;
}

Cancelled by_our_side(CancelFacts const& facts, terms::SpecialistCancellationTerms const& terms) {
  auto const late = facts.by == Party::provider || specialist_is_late(facts, terms);
  auto const percent = late ? terms.late_refund_percent : terms.early_refund_percent;
  auto const refund =
      percent_of(facts.paid, percent.value) - Money(terms.refund_deductions_minor.value, facts.paid.currency());
  auto const choice = !late && terms.early_client_may_move.value;
  return {.refund = refund,
          .kept = facts.paid - refund,
          .in_time = true,
          .received_at = facts.received_at,
          .effective_at = facts.received_at,
          .refund_deadline = std::nullopt,
          .remedy = choice ? std::optional(Remedy::refund_or_move) : std::nullopt,
          .choice_until = choice ? std::optional(facts.starts_at) : std::nullopt,
          .payout_accrues = false,
          .because = percent.clause,
          .rests_on = {terms.refund_deductions_minor.clause}};
}

}  // namespace

Result<Cancelled, CancelRefused> decide_cancel(CancelFacts const& facts, terms::Terms const& terms) {
  if (facts.state == BookingState::cancelled) return refused(CancelRefusal::already_cancelled);
  if (facts.state != BookingState::confirmed && facts.state != BookingState::finished) {
    return refused(CancelRefusal::not_confirmed);
  }
  if (facts.state == BookingState::finished || facts.received_at >= facts.starts_at) {
    return refused(CancelRefusal::already_started);
  }
  if (facts.by == Party::client) {
    if (!terms.cancellation || !terms.cancellation->may_withdraw.value) return refused(CancelRefusal::no_such_right);
    return by_client(facts, *terms.cancellation);
  }
  if (!terms.specialist_cancellation) return refused(CancelRefusal::no_such_right);
  return by_our_side(facts, *terms.specialist_cancellation);
}

}  // namespace kelisim::scheduling
