#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::scheduling {

/// Hours, exceptions, bookings, what became of them, and the constraint that keeps two of them apart.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::scheduling
