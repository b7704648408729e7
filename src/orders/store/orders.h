#pragma once

#include "orders/orders.h"

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::orders::store {

struct FrozenPrice {
  Money price;
  Money commission;  ///< our part of the price
  BasisPoints rate;
  Instant at;
};

struct OrderRow {
  OrderId id;
  std::string booking;
  PersonId client;
  PersonId specialist;
  std::string terms_version;
  OrderState state;
  std::optional<FrozenPrice> frozen;
  std::optional<Instant> paid_at;
  std::optional<Instant> earned_at;
};

void insert(db::Tx& tx, OrderId id, NewOrder const& order, Instant now);

[[nodiscard]] std::optional<OrderRow> find(db::Tx& tx, OrderId id);
[[nodiscard]] std::optional<OrderRow> find_of(db::Tx& tx, std::string_view booking);

/// Everything that changes an order or anything under it begins here: until the transaction ends nobody else gets
/// past. An unknown order is a bug.
[[nodiscard]] OrderRow lock(db::Tx& tx, OrderId id);

void freeze(db::Tx& tx, OrderId id, FrozenPrice const& frozen);
void set_paid(db::Tx& tx, OrderId id, Instant now);
void set_earned(db::Tx& tx, OrderId id, Instant now);
void set_state(db::Tx& tx, OrderId id, OrderState state);

/// Who did what when, in order; `detail` is made of closed words, amounts and codes.
void note(db::Tx& tx, OrderId id, Instant now, std::string_view what, std::string_view subject = {},
          std::string_view detail = {});

}  // namespace kelisim::orders::store
