#include "privacy/rules/disclose.h"

#include "terms/clauses.h"

namespace kelisim::privacy {

Result<Clause, DisclosureRefused> may_disclose(DisclosureFacts const& facts) {
  constexpr auto because = terms::clause("HAR-4.1.4a");
  auto const refused = [&](DisclosureRefusal why) { return Failure(DisclosureRefused{why, because}); };
  if (facts.executed) return refused(DisclosureRefusal::executed);
  if (facts.ground == Ground::law && !facts.has_basis) return refused(DisclosureRefusal::basis_missing);
  if (facts.ground == Ground::consent) {
    if (facts.consent == Consent::none) return refused(DisclosureRefusal::consent_missing);
    if (facts.consent == Consent::refused) return refused(DisclosureRefusal::consent_refused);
  }
  return because;
}

}  // namespace kelisim::privacy
