#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::obligations {

/// Promises, the alarms raised for them, and what moved them to a later day.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::obligations
