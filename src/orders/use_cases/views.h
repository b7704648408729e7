#pragma once

#include "orders/orders.h"
#include "store/orders.h"
#include "store/payments.h"

namespace kelisim::orders {

[[nodiscard]] PaymentView view(store::PaymentRow const& payment);
[[nodiscard]] OrderView view(db::Tx& tx, store::OrderRow const& order);

}  // namespace kelisim::orders
