#pragma once

#include "orders/orders.h"
#include "words.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::orders::store {

struct PaymentRow {
  PaymentId id;
  OrderId order;
  std::string payee;  ///< whom the client owes and pays: the provider (HAR-2.4a)
  PaymentState state;
  Money price;
  std::string description;
  std::string language;
  std::string return_path;
  Instant begun_at;
  Instant expires_at;
  std::optional<std::string> gateway_payment;
  std::optional<std::string> redirect_url;
  std::optional<PaymentFailure> failure;
  std::optional<Purpose> purpose;
  std::optional<Money> captured;
  std::optional<std::int64_t> fee_minor;
};

void insert(db::Tx& tx, PaymentId id, OrderId order, std::string_view payee, Money price,
            PaymentRequest const& request, Instant now);

[[nodiscard]] std::optional<PaymentRow> find_payment(db::Tx& tx, PaymentId id);
/// Under the order's lock. An unknown payment is a bug.
[[nodiscard]] PaymentRow payment(db::Tx& tx, PaymentId id);
/// The attempt that is not final, if any; at most one by constraint.
[[nodiscard]] std::optional<PaymentRow> running_payment(db::Tx& tx, OrderId order);
/// Oldest first.
[[nodiscard]] std::vector<PaymentRow> payments_of(db::Tx& tx, OrderId order);
/// The one whose capture paid the order.
[[nodiscard]] std::optional<PaymentRow> paying_payment(db::Tx& tx, OrderId order);

void set_state(db::Tx& tx, PaymentId id, PaymentState state, Instant now, std::optional<PaymentFailure> failure = {});
void set_page(db::Tx& tx, PaymentId id, std::string_view gateway_payment, std::string_view redirect_url, Instant now);
void set_captured(db::Tx& tx, PaymentId id, Purpose purpose, Money captured, std::string_view gateway_payment,
                  Instant now);
void set_fee(db::Tx& tx, PaymentId id, Money fee);

}  // namespace kelisim::orders::store
