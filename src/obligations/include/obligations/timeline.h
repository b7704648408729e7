#pragma once

#include "terms/timeline.h"

namespace kelisim::obligations {

/// What was owed to the person, the earliest due first: as it arose, and as it was kept or lifted. Of at most `limit`
/// (1 … 200) promises.
[[nodiscard]] std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit);

}  // namespace kelisim::obligations
