#include "obligations/timeline.h"

#include "obligations/obligations.h"
#include "terms/clauses.h"

namespace kelisim::obligations {

std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit) {
  std::vector<terms::TimelineEntry> entries;
  for (auto const& promise : list_promises(tx, {.state = std::nullopt, .person = person, .limit = limit})) {
    terms::TimelineEntry entry{.at = promise.arose_at,
                               .kind = "obligations.undertaken",
                               .subject = promise.subject,
                               .detail = promise.kind,
                               .clause = terms::cited(promise.clause, promise.terms_version),
                               .amount = promise.amount};
    entries.push_back(entry);
    if (!promise.ended_at) continue;
    entry.at = *promise.ended_at;
    entry.kind = promise.state == PromiseState::kept ? "obligations.kept" : "obligations.lifted";
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace kelisim::obligations
