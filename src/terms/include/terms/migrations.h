#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::terms {

[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::terms
