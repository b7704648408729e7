#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::notify {

/// Messages and when they were read.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::notify
