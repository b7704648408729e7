#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::handover {

/// Notes and who took them over.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::handover
