#pragma once

#include "orders/orders.h"

#include <cstdint>
#include <optional>

/// The state tables of the money's objects. What a table does not name cannot happen: the caller finds nothing to do.
namespace kelisim::orders {

enum class PaymentEvent : std::uint8_t {
  handed_over,    ///< the gateway is about to be told
  page_ready,     ///< it gave a page
  refused,        ///< it will not open a payment
  seen_captured,  ///< its status says that money was taken
  seen_failed,    ///< its status says that none was and none will be
  timed_out,      ///< our time for it is over and its status does not say captured
};

enum class OrderEvent : std::uint8_t {
  price_captured,
  earned,
  return_begun,
  return_confirmed,
  let_go,  ///< the hold is over or given up before payment
};

enum class RefundEvent : std::uint8_t {
  sent,       ///< an attempt goes out
  refused,    ///< the gateway said no too often
  confirmed,  ///< the money went back
};

/// The state after the event, or nothing where the event changes nothing. A capture is believed in every state but
/// `captured`: money that was taken is never overlooked, however late it shows (I2, I7).
[[nodiscard]] std::optional<PaymentState> after(PaymentState state, PaymentEvent event);
[[nodiscard]] std::optional<OrderState> after(OrderState state, OrderEvent event);
[[nodiscard]] std::optional<RefundState> after(RefundState state, RefundEvent event);

}  // namespace kelisim::orders
