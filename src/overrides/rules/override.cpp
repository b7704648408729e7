#include "overrides/rules/override.h"

#include "terms/clauses.h"

namespace kelisim::overrides {

Result<Requested, RequestRefusal> decide_request(RequestFacts const& facts, terms::Terms const& terms) {
  if (!facts.alone_up_to) return Failure(RequestRefusal::no_such_right);
  if (!facts.kept_by || facts.returned) return Failure(RequestRefusal::nothing_kept);
  if (facts.waits) return Failure(RequestRefusal::waits_for_second);
  if (!facts.has_reasons) return Failure(RequestRefusal::reasons_missing);
  return Requested{.needs_second = facts.granted_today + facts.price > *facts.alone_up_to,
                   .refund = facts.price,
                   .because = terms::cited(*facts.kept_by, terms.version)};
}

Result<Found, FindingRefusal> decide_finding(FindingFacts const& facts, terms::Terms const& terms) {
  if (facts.found) return Failure(FindingRefusal::already_found);
  if (facts.same_person) return Failure(FindingRefusal::same_person);
  if (facts.returned && facts.agrees) return Failure(FindingRefusal::nothing_kept);
  if (!facts.has_reasons) return Failure(FindingRefusal::reasons_missing);
  return Found{.granted = facts.agrees,
               .refund = facts.agrees ? facts.price : Money::zero(facts.price.currency()),
               .because = terms::cited(facts.kept_by, terms.version)};
}

}  // namespace kelisim::overrides
