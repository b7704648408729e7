#include "store/orders.h"

#include "kernel/ensure.h"
#include "privacy/changes.h"
#include "words.h"

namespace kelisim::orders::store {
namespace {

#define ORDER_COLUMNS                                                                                         \
  "id, booking_id, client_id, specialist_id, terms_version, state, price_minor, currency, commission_minor, " \
  "commission_bp, price_frozen_at_us, paid_at_us, earned_at_us, earns_at_us"

constexpr db::Sql insert_order{
    "orders.insert_order",
    "INSERT INTO orders_orders (id, booking_id, client_id, specialist_id, terms_version, opened_at_us, state, "
    "times_locked) VALUES ($1, $2, $3, $4, $5, $6, 'open', 0)"};

constexpr db::Sql select_order{"orders.select_order", "SELECT " ORDER_COLUMNS " FROM orders_orders WHERE id = $1"};

constexpr db::Sql select_order_of{"orders.select_order_of",
                                  "SELECT " ORDER_COLUMNS " FROM orders_orders WHERE booking_id = $1"};

constexpr db::Sql lock_order{
    "orders.lock_order",
    "UPDATE orders_orders SET times_locked = times_locked + 1 WHERE id = $1 RETURNING " ORDER_COLUMNS};

constexpr db::Sql freeze_price{"orders.freeze_price",
                               "UPDATE orders_orders SET price_minor = $2, currency = $3, commission_minor = $4, "
                               "commission_bp = $5, price_frozen_at_us = $6 WHERE id = $1 AND price_minor IS NULL"};

constexpr db::Sql update_terms{"orders.rebind_order",
                               "UPDATE orders_orders SET terms_version = $2 WHERE id = $1 AND price_minor IS NULL"};

constexpr db::Sql mark_paid{"orders.mark_paid",
                            "UPDATE orders_orders SET state = 'paid', paid_at_us = $2 WHERE id = $1"};

constexpr db::Sql mark_earned{"orders.mark_earned",
                              "UPDATE orders_orders SET state = 'earned', earned_at_us = $2 WHERE id = $1"};

constexpr db::Sql mark_state{"orders.mark_state", "UPDATE orders_orders SET state = $2 WHERE id = $1"};

constexpr db::Sql insert_note{
    "orders.insert_note",
    "INSERT INTO orders_history (order_id, number, at_us, what, subject, detail) "
    "SELECT $1, (SELECT coalesce(max(h.number), 0) + 1 FROM orders_history h WHERE h.order_id = $1), "
    "CAST($2 AS BIGINT), $3, $4, $5"};

constexpr db::Sql mark_earns_at{"orders.mark_earns_at", "UPDATE orders_orders SET earns_at_us = $2 WHERE id = $1"};

constexpr db::Sql select_of_specialist{"orders.select_of_specialist",
                                       "SELECT " ORDER_COLUMNS
                                       " FROM orders_orders WHERE specialist_id = $1 AND price_minor IS NOT NULL "
                                       "AND (CAST($2 AS TEXT) IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"};

constexpr db::Sql select_priced{"orders.select_priced",
                                "SELECT " ORDER_COLUMNS
                                " FROM orders_orders WHERE price_minor IS NOT NULL "
                                "AND (CAST($1 AS TEXT) IS NULL OR id > $1) ORDER BY id LIMIT $2"};

constexpr db::Sql select_expected{
    "orders.select_expected",
    "SELECT CAST(coalesce(sum(price_minor - commission_minor), 0) AS BIGINT), "
    "CAST(coalesce(sum(CASE WHEN earns_at_us IS NULL THEN 0 ELSE price_minor - commission_minor END), 0) AS BIGINT) "
    "FROM orders_orders WHERE specialist_id = $1 AND state = 'paid' AND currency = $2"};

constexpr db::Sql select_history{
    "orders.select_history",
    "SELECT at_us, what, subject, detail FROM orders_history WHERE order_id = $1 ORDER BY number"};

OrderRow read(db::Row const& row) {
  OrderRow order{.id = row.id<OrderId>(0),
                 .booking = row.str(1),
                 .client = row.id<PersonId>(2),
                 .specialist = row.id<PersonId>(3),
                 .terms_version = row.str(4),
                 .state = order_state(row.text(5)),
                 .frozen = {},
                 .paid_at = row.maybe_instant(11),
                 .earned_at = row.maybe_instant(12),
                 .earns_at = row.maybe_instant(13)};
  if (!row.is_null(6)) {
    auto const price = row.money(6);
    order.frozen = FrozenPrice{.price = price,
                               .commission = Money(row.integer(8), price.currency()),
                               .rate = BasisPoints{static_cast<std::int32_t>(row.integer(9))},
                               .at = row.instant(10)};
  }
  return order;
}

void expect_one(std::int64_t changed) { ENSURE(changed == 1); }

void note_state(db::Tx& tx, OrderId id, OrderState state, Instant now) {
  privacy::note_value(tx, {"order", id.view(), now}, "state", to_text(state));
}

}  // namespace

void insert(db::Tx& tx, OrderId id, NewOrder const& order, Instant now) {
  expect_one(tx.execute(insert_order, id, order.booking, order.client, order.specialist, order.terms_version, now));
  note_state(tx, id, OrderState::open, now);
}

std::optional<OrderRow> find(db::Tx& tx, OrderId id) { return tx.one(select_order, read, id); }

std::optional<OrderRow> find_of(db::Tx& tx, std::string_view booking) {
  return tx.one(select_order_of, read, booking);
}

OrderRow lock(db::Tx& tx, OrderId id) {
  auto order = tx.one(lock_order, read, id);
  ENSURE(order.has_value());
  return *std::move(order);
}

void freeze(db::Tx& tx, OrderId id, FrozenPrice const& frozen) {
  expect_one(tx.execute(freeze_price, id, frozen.price.minor(), to_string(frozen.price.currency()),
                        frozen.commission.minor(), frozen.rate.value, frozen.at));
  privacy::note_value(tx, {"order", id.view(), frozen.at}, "price", to_decimal(frozen.price));
}

void set_terms(db::Tx& tx, OrderId id, std::string_view terms_version, Instant now) {
  expect_one(tx.execute(update_terms, id, terms_version));
  privacy::note_value(tx, {"order", id.view(), now}, "terms_version", terms_version);
}

void set_paid(db::Tx& tx, OrderId id, Instant now) {
  expect_one(tx.execute(mark_paid, id, now));
  note_state(tx, id, OrderState::paid, now);
}

void set_earned(db::Tx& tx, OrderId id, Instant now) {
  expect_one(tx.execute(mark_earned, id, now));
  note_state(tx, id, OrderState::earned, now);
}

void set_state(db::Tx& tx, OrderId id, OrderState state, Instant now) {
  expect_one(tx.execute(mark_state, id, to_text(state)));
  note_state(tx, id, state, now);
}

void set_earns_at(db::Tx& tx, OrderId id, Instant at) { expect_one(tx.execute(mark_earns_at, id, at)); }

std::vector<OrderRow> orders_of_specialist(db::Tx& tx, PersonId specialist, std::optional<OrderId> before,
                                           int limit) {
  return tx.all(select_of_specialist, read, specialist, before, limit);
}

std::vector<OrderRow> priced_orders(db::Tx& tx, std::optional<OrderId> after, int limit) {
  return tx.all(select_priced, read, after, limit);
}

Expected expected_by(db::Tx& tx, PersonId specialist, Currency currency) {
  auto const sums = tx.one(
      select_expected,
      [&](db::Row const& row) { return Expected{{row.integer(0), currency}, {row.integer(1), currency}}; },
      specialist, to_string(currency));
  ENSURE(sums.has_value());
  return *sums;
}

std::vector<Note> history_of(db::Tx& tx, OrderId id) {
  return tx.all(
      select_history, [](db::Row const& row) { return Note{row.instant(0), row.str(1), row.str(2), row.str(3)}; },
      id);
}

void note(db::Tx& tx, OrderId id, Instant now, std::string_view what, std::string_view subject,
          std::string_view detail) {
  expect_one(tx.execute(insert_note, id, now, what, subject, detail));
}

}  // namespace kelisim::orders::store
