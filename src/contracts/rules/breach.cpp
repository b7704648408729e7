#include "contracts/rules/breach.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace kelisim::contracts {
namespace {

bool is_penal(std::string const& code, terms::BreachTerms const& terms) {
  return std::ranges::find(terms.penalty_clauses.value, code) != terms.penalty_clauses.value.end();
}

Failure<BreachRefused> refused(BreachRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(BreachRefused{why, because});
}

BreachRuled nothing_follows(bool confirmed, Clause const& because) {
  return {.confirmed = confirmed,
          .blocks = false,
          .ends_contract = false,
          .forfeits = false,
          .because = because,
          .rests_on = {}};
}

/// 4.2.16 says itself what follows; 6.2 says it of all three, and ends the contract.
BreachRuled penal(std::string const& code, terms::BreachTerms const& terms) {
  auto const abuse = code == terms.abuse_clause.value;
  BreachRuled ruled{
      .confirmed = true,
      .blocks = terms.blocks.value || (abuse && terms.abuse_blocks.value),
      .ends_contract = terms.ends_contract.value,
      .forfeits = true,
      .because = abuse ? terms.abuse_blocks.clause : terms.blocks.clause,
      .rests_on = {terms.blocks.clause, terms.unused_refund_percent.clause, terms.evidence_required.clause}};
  if (abuse) ruled.rests_on.push_back(terms.abuse_refund_percent.clause);
  return ruled;
}

}  // namespace

bool is_breach_code(std::string const& code, terms::Terms const& terms) {
  if (!terms.breach) return false;
  return is_penal(code, *terms.breach) || code == terms.breach->solicitation_clause.value ||
         code == terms.breach->diversion_clause.value;
}

Result<BreachRuled, BreachRefused> decide_breach(BreachFacts const& facts, terms::Terms const& terms) {
  if (!is_breach_code(facts.code, terms)) return refused(BreachRefusal::no_such_breach);
  auto const& breach = *terms.breach;
  if (facts.decided) return refused(BreachRefusal::already_decided);
  if (facts.same_person) return refused(BreachRefusal::same_person, breach.automatic.clause);
  auto const evidence_needed = facts.confirms && breach.evidence_required.value;
  if (evidence_needed && facts.evidence < 1) {
    return refused(BreachRefusal::evidence_missing, breach.evidence_required.clause);
  }
  if (!facts.has_reasons) return refused(BreachRefusal::reasons_missing, breach.evidence_required.clause);
  if (!facts.confirms) return nothing_follows(false, breach.evidence_required.clause);
  if (is_penal(facts.code, breach)) return penal(facts.code, breach);
  return nothing_follows(true, facts.code == breach.solicitation_clause.value ? breach.solicitation_clause.clause
                                                                              : breach.diversion_clause.clause);
}

Result<Demand, DemandRefused> decide_demand(DemandFacts const& facts, terms::Terms const& terms) {
  auto const refuse = [](DemandRefusal why, std::optional<Clause> because = std::nullopt) {
    return Failure(DemandRefused{why, because});
  };
  if (!terms.breach) return refuse(DemandRefusal::no_penalty_written);
  auto const& breach = *terms.breach;
  auto const solicitation = facts.code == breach.solicitation_clause.value;
  if (facts.code == breach.diversion_clause.value && breach.diversion_penalty_minor.value == 0) {
    return refuse(DemandRefusal::no_penalty_written, breach.diversion_penalty_minor.clause);
  }
  if (!solicitation && !is_penal(facts.code, breach)) {
    return refuse(DemandRefusal::no_penalty_written, breach.penalty_clauses.clause);
  }
  if (!facts.confirmed) return refuse(DemandRefusal::not_confirmed, breach.automatic.clause);
  if (facts.demanded) return refuse(DemandRefusal::already_demanded);
  auto const& fixed = solicitation ? breach.solicitation_penalty_minor : breach.penalty_minor;
  Money const penalty(fixed.value, facts.damage.currency());
  return Demand{.penalty = penalty,
                .damage = facts.damage,
                .total = penalty + facts.damage,
                .due_working_days = breach.penalty_due_working_days.value,
                .because = fixed.clause,
                .rests_on = {breach.penalty_due_working_days.clause, breach.penalty_set_off.clause}};
}

bool paid_in_time(Instant paid_at, Instant due_until) { return paid_at <= due_until; }

}  // namespace kelisim::contracts
