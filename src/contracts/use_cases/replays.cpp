#include "contracts/contracts.h"
#include "contracts/rules/breach.h"
#include "contracts/rules/end_contract.h"
#include "contracts/rules/restrict.h"
#include "kernel/ensure.h"

namespace kelisim::contracts {
namespace {

/// Only what was granted is stored; a rule that refuses today what it granted then is a difference, told as a bug.
template <auto rule>
constexpr auto granted = [](auto const& facts, terms::Terms const& terms) {
  auto const outcome = rule(facts, terms);
  ENSURE(outcome.has_value());
  return *outcome;
};

}  // namespace

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<BreachFacts>("contracts.breach", granted<&decide_breach>);
  replayer.on_rule<DemandFacts>("contracts.demand", granted<&decide_demand>);
  replayer.on_rule<RestrictionFacts>("contracts.restriction", granted<&decide_restriction>);
  replayer.on_rule<LiftFacts>("contracts.lift", granted<&decide_lift>);
  replayer.on_rule<EndFacts>("contracts.end", granted<&decide_end>);
}

}  // namespace kelisim::contracts
