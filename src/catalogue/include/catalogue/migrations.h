#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::catalogue {

/// Specialists, what staff verified about them, publications and prices.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::catalogue
