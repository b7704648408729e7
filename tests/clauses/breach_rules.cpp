#include "contracts/rules/breach.h"
#include "rule.h"

namespace kelisim::clauses {
namespace {

Observed breach(Facts& facts, terms::Terms const& terms) {
  auto const decided = contracts::decide_breach({.code = facts.text("code"),
                                                 .evidence = facts.whole("evidence"),
                                                 .has_reasons = facts.answer("reasons"),
                                                 .same_person = facts.answer("same_person"),
                                                 .decided = facts.answer("decided"),
                                                 .confirms = facts.answer("confirms")},
                                                terms);
  Observed observed;
  if (!decided) {
    observed.outcome.emplace("refused", name_of(decided.error().why));
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {{"confirmed", decided->confirmed},
                      {"blocks", decided->blocks},
                      {"ends_contract", decided->ends_contract},
                      {"forfeits", decided->forfeits}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed demand(Facts& facts, terms::Terms const& terms) {
  auto const decided = contracts::decide_demand({.code = facts.text("code"),
                                                 .confirmed = facts.answer("confirmed"),
                                                 .demanded = facts.answer("demanded"),
                                                 .damage = facts.money("damage")},
                                                terms);
  Observed observed;
  if (!decided) {
    observed.outcome.emplace("refused", name_of(decided.error().why));
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {
      {"penalty", decided->penalty}, {"total", decided->total}, {"due_working_days", decided->due_working_days}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

}  // namespace

void add_breach_rules(Rules& rules) {
  rules.emplace("breach", breach);
  rules.emplace("demand", demand);
}

}  // namespace kelisim::clauses
