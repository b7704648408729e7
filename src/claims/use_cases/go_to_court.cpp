#include "use_cases/go_to_court.h"

#include "kernel/ensure.h"
#include "kernel/text.h"
#include "use_cases/promises.h"

#include <algorithm>

namespace kelisim::claims {
namespace {

CourtFacts facts_of(db::Tx& tx, Case const& about, bool has_note) {
  auto const messages = store::messages_of(tx, about.id);
  return {.standing = about.standing,
          .in_court = store::court_of(tx, about.id).has_value(),
          .client_wrote = std::ranges::any_of(messages, &store::Message::by_client),
          .staff_wrote = !std::ranges::all_of(messages, &store::Message::by_client),
          .has_note = has_note};
}

}  // namespace

Result<void, CourtRefused> go_to_court(db::Tx& tx, Parts const& parts, Case const& about, std::string_view note,
                                       PersonId by, Instant now) {
  auto const allowed = may_go_to_court(facts_of(tx, about, says_something(note)));
  if (!allowed) return Failure(allowed.error());
  ENSURE(store::insert_court(tx, about.id,
                             {.note = parts.vault.seal(tx, about.client, case_text, note),
                              .marked_by = by,
                              .marked_at = now,
                              .clause = std::string(allowed->id)}));
  tell_client(tx, parts, about, CaseNotice::claim_in_court, *allowed, now, now);
  parts.audit.append(tx, now,
                     {.action = "claims.marked_in_court",
                      .actor = by,
                      .subject = about.client,
                      .object = about.id.view(),
                      .purpose = privacy::Purpose::complaint});
  return {};
}

bool may_be_marked(db::Tx& tx, Case const& about) { return may_go_to_court(facts_of(tx, about, true)).has_value(); }

}  // namespace kelisim::claims
