#include "scheduling/rules/call_off.h"

namespace kelisim::scheduling {
namespace {

constexpr Duration longest_work = std::chrono::days(7);
constexpr Duration longest_outage = std::chrono::days(366);

bool touch(Interval const& a, Interval const& b) { return a.starts_at < b.ends_at && b.starts_at < a.ends_at; }

std::optional<Clause> clause_of(OutageKind outage, terms::Terms const& terms) {
  switch (outage) {
    case OutageKind::maintenance:
      return terms.maintenance->refund_percent.clause;
    case OutageKind::force_majeure:
      return terms.force_majeure ? std::optional(terms.force_majeure->shift.clause) : std::nullopt;
    case OutageKind::failure:
      break;
  }
  return std::nullopt;
}

}  // namespace

Result<Cancelled, CallOffRefusal> decide_call_off(CallOffFacts const& facts, terms::Terms const& terms) {
  if (facts.state != BookingState::confirmed) return Failure(CallOffRefusal::not_confirmed);
  if (facts.found_at >= facts.booked.starts_at) return Failure(CallOffRefusal::already_started);
  if (!touch(facts.time, facts.booked)) return Failure(CallOffRefusal::outside);
  auto const because = terms.maintenance ? clause_of(facts.outage, terms) : std::nullopt;
  if (!because) return Failure(CallOffRefusal::no_such_rule);
  auto const& rule = *terms.maintenance;
  auto const refund = share(facts.paid, BasisPoints{rule.refund_percent.value * 100});
  auto const choice = rule.client_may_move.value;
  return Cancelled{.refund = refund,
                   .kept = facts.paid - refund,
                   .in_time = true,
                   .received_at = facts.found_at,
                   .effective_at = facts.found_at,
                   .refund_deadline = std::nullopt,
                   .remedy = choice ? std::optional(Remedy::refund_or_move) : std::nullopt,
                   .choice_until = choice ? std::optional(facts.booked.starts_at) : std::nullopt,
                   .payout_accrues = false,
                   .because = *because,
                   .rests_on = {rule.client_may_move.clause}};
}

std::optional<ProlongationRefusal> admit_prolongation(ProlongationFacts const& facts) {
  if (facts.kind != OutageKind::force_majeure || !facts.until) return ProlongationRefusal::only_force_majeure;
  if (facts.closed) return ProlongationRefusal::closed_already;
  if (facts.wanted <= *facts.until) return ProlongationRefusal::not_later;
  if (facts.wanted - facts.from > longest_outage) return ProlongationRefusal::too_long;
  return std::nullopt;
}

std::optional<OutageRefusal> admit_outage(OutageFacts const& facts) {
  auto const planned = facts.kind == OutageKind::maintenance;
  if (!facts.until) {
    return facts.kind == OutageKind::failure ? std::nullopt : std::optional(OutageRefusal::end_missing);
  }
  if (*facts.until <= facts.from) return OutageRefusal::ends_before_it_begins;
  if (planned && facts.from <= facts.now) return OutageRefusal::announced_too_late;
  auto const longest = planned ? longest_work : longest_outage;
  if (*facts.until - facts.from > longest) return OutageRefusal::too_long;
  return std::nullopt;
}

}  // namespace kelisim::scheduling
