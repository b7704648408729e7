#pragma once

#include "ledger/ledger.h"
#include "platform/db/tx.h"

#include <vector>

namespace kelisim::orders {

/// The auditor of orders: every order's state against its balances in the ledger, refunds against captures (I6, I9),
/// nothing captured without an order that has it or a refund that returns it (I2). An empty list is what it wants.
[[nodiscard]] std::vector<ledger::Discrepancy> check(db::Tx& tx);

}  // namespace kelisim::orders
