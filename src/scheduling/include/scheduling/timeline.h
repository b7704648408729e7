#pragma once

#include "terms/timeline.h"

namespace kelisim::scheduling {

/// The newest `limit` (1 … 200) bookings of the client: held, confirmed, moved, cancelled, held to its end; each with
/// the money of its order.
[[nodiscard]] std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId client, int limit);

}  // namespace kelisim::scheduling
