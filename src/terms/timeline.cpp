#include "terms/timeline.h"

#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/decisions.h"

namespace kelisim::terms {

std::vector<TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit) {
  std::vector<TimelineEntry> entries;
  for (auto const& accepted : acceptances_of(tx, person)) {
    if (std::ssize(entries) == limit) break;
    auto const offer = accepted.document == "offer";
    entries.push_back({.at = accepted.accepted_at,
                       .kind = offer ? "terms.accepted_offer" : "terms.accepted_document",
                       .subject = accepted.id.str(),
                       .detail = accepted.version,
                       .clause = offer ? std::optional(cited("HAR-0a", accepted.version)) : std::nullopt});
  }
  for (auto const& decision : list_decisions(tx, {.person = person, .limit = limit})) {
    entries.push_back({.at = decision.decided_at,
                       .kind = "terms.decided",
                       .subject = decision.subject,
                       .detail = decision.kind,
                       .clause = cited(decision.clause, decision.terms_version)});
  }
  return entries;
}

}  // namespace kelisim::terms
