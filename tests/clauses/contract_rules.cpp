#include "contracts/rules/end_contract.h"
#include "contracts/rules/restrict.h"
#include "rule.h"

namespace kelisim::clauses {
namespace {

template <class Refused>
Observed refusal(Refused const& refused) {
  Observed observed;
  observed.outcome.emplace("refused", name_of(refused.why));
  observed.cite(refused.because);
  return observed;
}

Observed end_contract(Facts& facts, terms::Terms const& terms) {
  auto const decided = contracts::decide_end({.initiator = facts.word<contracts::Initiator>("initiator"),
                                              .sent = facts.word<contracts::Sent>("sent"),
                                              .ended = facts.answer("ended"),
                                              .has_reasons = facts.answer("reasons"),
                                              .received_at = facts.instant("received")},
                                             terms);
  if (!decided) return refusal(decided.error());
  Observed observed;
  observed.outcome = {{"initiator", name_of(decided->initiator)}, {"ended_at", decided->ended_at}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed restriction(Facts& facts, terms::Terms const& terms) {
  auto const decided = contracts::decide_restriction(
      {.ground = facts.has("ground") ? std::optional(facts.text("ground")) : std::nullopt,
       .ground_known = !facts.flag("unknown_ground"),
       .shows_ground = facts.answer("shown"),
       .has_reasons = facts.answer("reasons"),
       .restricted = facts.answer("restricted")},
      terms);
  if (!decided) return refusal(decided.error());
  Observed observed;
  observed.outcome = {{"shows_ground", decided->shows_ground}, {"forfeits", decided->forfeits}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed lifting(Facts& facts, terms::Terms const& terms) {
  auto const decided = contracts::decide_lift({.of_breach = facts.answer("of_breach"),
                                               .unfounded = facts.answer("unfounded"),
                                               .has_reasons = facts.answer("reasons"),
                                               .same_person = facts.answer("same_person")},
                                              terms);
  if (!decided) return refusal(decided.error());
  Observed observed;
  observed.outcome = {{"returns_forfeited", decided->returns_forfeited}, {"reopens", decided->reopens}};
  observed.cite(decided->because);
  return observed;
}

}  // namespace

void add_contract_rules(Rules& rules) {
  rules.emplace("end_contract", end_contract);
  rules.emplace("restriction", restriction);
  rules.emplace("lifting", lifting);
}

}  // namespace kelisim::clauses
