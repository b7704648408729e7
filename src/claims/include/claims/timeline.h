#pragma once

#include "terms/timeline.h"

#include <optional>
#include <string_view>

namespace kelisim::claims {

/// The newest `limit` (1 … 200) cases of the client: what was filed, written, attached, ruled, appealed and exported,
/// and the services that were accepted by a ruling. Nothing of what was said.
[[nodiscard]] std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId client, int limit);

/// Whose case bears this number, as people say it on the phone: "12".
[[nodiscard]] std::optional<PersonId> owner_of_case(db::Tx& tx, std::string_view number);

}  // namespace kelisim::claims
