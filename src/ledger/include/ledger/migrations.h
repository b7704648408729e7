#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::ledger {

/// Transactions, postings, balances, and the triggers that keep the first two as they were written.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::ledger
