#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::sessions {

/// Presence in the rooms, equipment checks and what the sessions came to.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::sessions
