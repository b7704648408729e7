#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::news {

/// News with their texts; opt-ins.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::news
