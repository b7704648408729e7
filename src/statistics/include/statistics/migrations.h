#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::statistics {

/// Publications and their groups.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::statistics
