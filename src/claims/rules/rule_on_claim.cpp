#include "claims/rules/rule_on_claim.h"

#include "kernel/ensure.h"
#include "terms/clauses.h"

#include <algorithm>

namespace kelisim::claims {
namespace {

constexpr auto lost_by_service = terms::clause("HAR-4.2.13b");

Failure<RulingRefused> refused(RulingRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(RulingRefused{why, because});
}

Ruling unfounded(RulingFacts const& facts, terms::Terms const& terms) {
  auto const zero = Money::zero(facts.paid.currency());
  auto const disputed = facts.standing == Standing::disputed;
  Ruling ruling{.founded = false,
                .remedy = std::nullopt,
                .refund = zero,
                .damages = zero,
                .accepts_service = disputed && !facts.first,
                .because = terms.acceptance->granted_claim_remedy.clause,
                .rests_on = {}};
  if (facts.standing == Standing::feedback) {
    ruling.because = terms.liability->dissatisfaction_refund_percent.clause;
  }
  return ruling;
}

Ruling founded(RulingFacts const& facts, terms::Terms const& terms) {
  auto const liability = cap_liability({facts.damage, facts.paid}, terms);
  auto const returnable = !facts.price_returned && facts.paid.is_positive();
  Ruling ruling{.founded = true,
                .remedy = std::nullopt,
                .refund = returnable ? facts.paid : Money::zero(facts.paid.currency()),
                .damages = liability.payable,
                .accepts_service = false,
                .because = terms.acceptance->granted_claim_remedy.clause,
                .rests_on = {terms.liability->caps_refunds.clause}};
  if (returnable) ruling.remedy = scheduling::Remedy::refund_or_repeat;
  if (facts.damage.is_positive()) ruling.rests_on.push_back(liability.because);
  if (facts.service_failed.value_or(false)) {
    ruling.rests_on.push_back(lost_by_service);
  }
  return ruling;
}

bool is_against_record(RulingFacts const& facts) {
  return facts.standing == Standing::disputed && facts.service_failed.value_or(false) &&
         facts.finding != Finding::service_failure;
}

}  // namespace

Liability cap_liability(LiabilityFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.liability.has_value());
  auto const& cap = terms.liability->cap_minor;
  return {std::min({facts.claimed, Money(cap.value, facts.claimed.currency()), facts.paid}), cap.clause};
}

Result<Ruling, RulingRefused> decide_ruling(RulingFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.acceptance && terms.liability);
  auto const decided_by = terms.acceptance->granted_claim_remedy.clause;
  if (facts.final) return refused(RulingRefusal::final);
  if (facts.first && !facts.appealed) return refused(RulingRefusal::no_appeal);
  if (facts.first && facts.same_person) return refused(RulingRefusal::same_person);
  if (!facts.has_reasons) return refused(RulingRefusal::reasons_missing, decided_by);
  if (facts.finding != Finding::unfounded) {
    if (facts.standing == Standing::feedback) {
      return refused(RulingRefusal::no_ground, terms.liability->dissatisfaction_refund_percent.clause);
    }
  } else if (facts.first && *facts.first != Finding::unfounded) {
    return refused(RulingRefusal::takes_back, decided_by);
  }
  if (is_against_record(facts)) {
    return refused(RulingRefusal::against_record, lost_by_service);
  }
  return facts.finding == Finding::unfounded ? unfounded(facts, terms) : founded(facts, terms);
}

}  // namespace kelisim::claims
