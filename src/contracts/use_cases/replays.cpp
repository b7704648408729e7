#include "contracts/contracts.h"
#include "contracts/rules/breach.h"
#include "contracts/rules/end_contract.h"
#include "contracts/rules/restrict.h"
#include "terms/granted.h"

namespace kelisim::contracts {

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<BreachFacts>("contracts.breach", terms::granted<&decide_breach>);
  replayer.on_rule<DemandFacts>("contracts.demand", terms::granted<&decide_demand>);
  replayer.on_rule<RestrictionFacts>("contracts.restriction", terms::granted<&decide_restriction>);
  replayer.on_rule<LiftFacts>("contracts.lift", terms::granted<&decide_lift>);
  replayer.on_rule<EndFacts>("contracts.end", terms::granted<&decide_end>);
}

}  // namespace kelisim::contracts
