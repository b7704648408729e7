#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::letters {

/// Letters that became requests.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::letters
