#pragma once

#include "orders/orders.h"

#include <cstdint>
#include <string_view>

/// The closed words of the room and their texts in tables and answers. Reading an unknown text is a bug.
namespace kelisim::orders {

/// What a captured sum is for.
enum class Purpose : std::uint8_t {
  price,      ///< it pays the order
  give_back,  ///< it was taken in error and goes back
};

/// Why a person of the staff must look.
enum class CaseKind : std::uint8_t {
  wrong_amount,        ///< something other than the price was captured; it goes back
  double_capture,      ///< captured although the order was paid already; it goes back
  unreadable_capture,  ///< captured in a currency or amount that we do not know
  foreign_answer,      ///< the gateway's status speaks of another order
  capture_changed,     ///< the captured sum is no longer what it was
  refunded_elsewhere,  ///< money went back that we had not sent
  refund_stuck,        ///< the gateway keeps refusing a refund that is owed
  gateway_settings,    ///< unknown merchant or wrong signature
};

[[nodiscard]] std::string_view to_text(Purpose purpose);
[[nodiscard]] std::string_view to_text(CaseKind kind);

[[nodiscard]] OrderState order_state(std::string_view text);
[[nodiscard]] PaymentState payment_state(std::string_view text);
[[nodiscard]] RefundState refund_state(std::string_view text);
[[nodiscard]] PaymentFailure payment_failure(std::string_view text);
[[nodiscard]] Purpose purpose(std::string_view text);

}  // namespace kelisim::orders
