#pragma once

#include "platform/db/migration.h"

#include <vector>

namespace kelisim::server {

/// Of every room, from the ground up.
[[nodiscard]] std::vector<db::Migration> all_migrations();

}  // namespace kelisim::server
