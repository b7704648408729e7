#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::overrides {

/// Overrides and what a second person found.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::overrides
