#include "claims/claims.h"
#include "claims/rules/accept_service.h"
#include "claims/rules/file_claim.h"
#include "claims/rules/rule_on_claim.h"
#include "terms/granted.h"

namespace kelisim::claims {

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<FilingFacts>("claims.filing", terms::granted<&decide_filing>);
  replayer.on_rule<AcceptanceFacts>("claims.acceptance", &decide_acceptance);
  replayer.on_rule<RulingFacts>("claims.ruling", terms::granted<&decide_ruling>);
}

}  // namespace kelisim::claims
