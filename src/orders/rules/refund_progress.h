#pragma once

#include "orders/card_gateway.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace kelisim::orders {

enum class RefundStep : std::uint8_t {
  gone_back,  ///< the gateway's status shows our refund
  send,       ///< it shows that nothing has happened
  wait,       ///< too early to say, or it shows less than it once confirmed
  ask_staff,  ///< it shows something that no retry of ours can explain
};

struct RefundFacts {
  Money amount;
  Money confirmed_before;          ///< refunds of the same payment that were confirmed earlier
  std::int64_t tries;              ///< attempts of this refund so far
  std::optional<Instant> sent_at;  ///< of the last of them
  std::string_view order_number;
};

/// What a refund's status says before the next attempt. An attempt whose answer was lost shows as refunded or, while
/// the status may lag, as not yet: it is not repeated before status_lag has passed.
[[nodiscard]] RefundStep refund_progress(RefundFacts const& facts, StatusReport const& report, Instant now);

}  // namespace kelisim::orders
