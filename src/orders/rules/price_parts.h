#pragma once

#include "kernel/money.h"
#include "orders/orders.h"

namespace kelisim::orders {

/// "The commission of the provider is contained in the published price: it is split off from, never added to, what the
/// user pays." (HAR-5.1c) A tiyn that cannot be divided stays with the specialist. Price positive, 0 … 10000 points.
[[nodiscard]] PriceParts price_parts(Money price, BasisPoints commission);

}  // namespace kelisim::orders
