#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::orders {

/// Orders, payments, refunds, their history, and the cases that staff must look at.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::orders
