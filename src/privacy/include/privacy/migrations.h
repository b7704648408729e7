#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::privacy {

/// Keys of persons and the audit chain.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::privacy
