#pragma once

#include "kernel/ensure.h"
#include "rules/postings.h"
#include "store/orders.h"

namespace kelisim::orders {

/// The frozen price of an order and its parts; an order without a price is a bug.
[[nodiscard]] inline OrderMoney money_of(store::OrderRow const& order) {
  ENSURE(order.frozen.has_value());
  auto const& [price, commission, rate, frozen_at] = *order.frozen;
  return {.order = order.id,
          .specialist = order.specialist,
          .price = price,
          .to_specialist = price - commission,
          .to_us = commission};
}

}  // namespace kelisim::orders
