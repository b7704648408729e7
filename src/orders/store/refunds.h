#pragma once

#include "orders/orders.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::orders::store {

struct RefundRow {
  RefundId id;
  PaymentId payment;
  OrderId order;
  Money amount;
  RefundState state;
  std::string clause;
  std::optional<std::string> decision;
  Instant requested_at;
  std::int64_t tries;
  std::optional<Instant> sent_at;
  std::optional<Instant> confirmed_at;
};

void insert(db::Tx& tx, RefundId id, PaymentId payment, OrderId order, Money amount, Ground const& ground,
            Instant now);

[[nodiscard]] std::optional<RefundRow> find_refund(db::Tx& tx, RefundId id);
/// Oldest first.
[[nodiscard]] std::vector<RefundRow> refunds_of(db::Tx& tx, OrderId order);
[[nodiscard]] std::vector<RefundRow> refunds_of(db::Tx& tx, PaymentId payment);

void set_sending(db::Tx& tx, RefundId id, Instant now);
void set_stuck(db::Tx& tx, RefundId id, Instant now);
void set_confirmed(db::Tx& tx, RefundId id, Instant now);

}  // namespace kelisim::orders::store
