#pragma once

#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/tx.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::terms {

/// One line of what there was between the business and a person, as staff read it: ids, instants, money and closed
/// words, nothing that is sealed. Each room tells its own part; server puts them in order.
struct TimelineEntry {
  Instant at;
  std::string kind;                             ///< `<room>.<what>`; text `timeline.kind.<kind>` in the web client
  std::string subject;                          ///< the id of the thing that it is about
  std::string detail = {};                      ///< a closed word of the room, or an edition; may be empty
  std::optional<Clause> clause = std::nullopt;  ///< that it followed; nothing where no clause speaks of it
  std::optional<Money> amount = std::nullopt;
};

/// What the person accepted, and what was decided about them: the newest `limit` (1 … 200) of each.
[[nodiscard]] std::vector<TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit);

}  // namespace kelisim::terms
