#pragma once

#include "orders/orders.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::optional<Instant> earns_at;  ///< when the time for claims is over; known once the session is
};

void insert(db::Tx& tx, OrderId id, NewOrder const& order, Instant now);

[[nodiscard]] std::optional<OrderRow> find(db::Tx& tx, OrderId id);
[[nodiscard]] std::optional<OrderRow> find_of(db::Tx& tx, std::string_view booking);

/// Everything that changes an order or anything under it begins here: until the transaction ends nobody else gets
/// past. An unknown order is a bug.
[[nodiscard]] OrderRow lock(db::Tx& tx, OrderId id);

void freeze(db::Tx& tx, OrderId id, FrozenPrice const& frozen);
/// Of an order without a price; another is a bug.
void set_terms(db::Tx& tx, OrderId id, std::string_view terms_version, Instant now);
void set_paid(db::Tx& tx, OrderId id, Instant now);
void set_earned(db::Tx& tx, OrderId id, Instant now);
void set_state(db::Tx& tx, OrderId id, OrderState state, Instant now);

void set_earns_at(db::Tx& tx, OrderId id, Instant at);

/// Those with a price, newest first.
[[nodiscard]] std::vector<OrderRow> orders_of_specialist(db::Tx& tx, PersonId specialist,
                                                         std::optional<OrderId> before, int limit);

/// Oldest first, every specialist's.
[[nodiscard]] std::vector<OrderRow> priced_orders(db::Tx& tx, std::optional<OrderId> after, int limit);

struct Expected {
  Money all;   ///< the specialist's part of what is paid and not earned
  Money held;  ///< of that: sessions that are over
};
[[nodiscard]] Expected expected_by(db::Tx& tx, PersonId specialist, Currency currency);

struct Note {
  Instant at;
  std::string what;
  std::string subject;
  std::string detail;
};
/// Oldest first.
[[nodiscard]] std::vector<Note> history_of(db::Tx& tx, OrderId id);

/// Who did what when, in order; `detail` is made of closed words, amounts and codes.
void note(db::Tx& tx, OrderId id, Instant now, std::string_view what, std::string_view subject = {},
          std::string_view detail = {});

}  // namespace kelisim::orders::store
