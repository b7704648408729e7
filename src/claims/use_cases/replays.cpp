#include "claims/claims.h"
#include "claims/rules/accept_service.h"
#include "claims/rules/file_claim.h"
#include "claims/rules/rule_on_claim.h"
#include "kernel/ensure.h"

namespace kelisim::claims {
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
  replayer.on_rule<FilingFacts>("claims.filing", granted<&decide_filing>);
  replayer.on_rule<AcceptanceFacts>("claims.acceptance", &decide_acceptance);
  replayer.on_rule<RulingFacts>("claims.ruling", granted<&decide_ruling>);
}

}  // namespace kelisim::claims
