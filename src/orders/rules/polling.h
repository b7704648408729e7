#pragma once

#include "kernel/instant.h"
#include "orders/orders.h"

#include <optional>

/// When the gateway is asked again. Callbacks only bring these instants forward.
namespace kelisim::orders {

struct PollFacts {
  PaymentState state;
  Instant begun_at;
  Instant expires_at;
  bool answered;  ///< the gateway's last answer could be used
};

/// Often while the client is on the page; at least every 10 minutes for six hours and for as long as the gateway does
/// not answer (I11), then every hour, after three days every six; nothing when the payment is captured or 30 days
/// have passed (D5).
[[nodiscard]] std::optional<Instant> next_check(PollFacts const& facts, Instant now);

/// How long after an attempt of ours the gateway's status may still not show it.
inline constexpr Duration status_lag = std::chrono::minutes(2);

/// Before the n-th further try of a refund: 1, 2, 4, … minutes, at most 15; an hour once it is stuck.
[[nodiscard]] Duration refund_pause(std::int64_t tries, RefundState state);

/// From this many refusals a refund is stuck and staff are told.
inline constexpr std::int64_t refund_refusals_max = 5;

}  // namespace kelisim::orders
