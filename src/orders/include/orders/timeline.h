#pragma once

#include "orders/orders.h"
#include "terms/timeline.h"

namespace kelisim::orders {

/// The money of one order: paid, earned, each refund as it was decided and as the gateway confirmed it.
[[nodiscard]] std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, OrderId order);

}  // namespace kelisim::orders
