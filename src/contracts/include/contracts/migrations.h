#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::contracts {

/// Breaches with their evidence, rulings and demands; restrictions; ended contracts.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::contracts
