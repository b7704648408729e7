#pragma once

#include "identity/identity.h"
#include "use_cases/visit.h"

#include <optional>

namespace kelisim::identity {

/// Counts one act of the address's network in the running hour. The instant from which it may act again when it has
/// acted too often; nothing when it may act now. An address that is not known is one address.
[[nodiscard]] std::optional<Instant> throttle_requests(db::Tx& tx, Parts const& parts, Visit const& visit);
[[nodiscard]] std::optional<Instant> throttle_tries(db::Tx& tx, Parts const& parts, Visit const& visit);

}  // namespace kelisim::identity
