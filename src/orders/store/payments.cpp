#include "store/payments.h"

#include "kernel/ensure.h"
#include "privacy/changes.h"

namespace kelisim::orders::store {
namespace {

#define PAYMENT_COLUMNS                                                                                          \
  "id, order_id, state, price_minor, currency, description, language, return_path, begun_at_us, expires_at_us, " \
  "gateway_payment, redirect_url, failure, purpose, captured_minor, captured_currency, fee_minor, payee"

constexpr db::Sql insert_payment{
    "orders.insert_payment",
    "INSERT INTO orders_payments (id, order_id, payee, state, price_minor, currency, description, language, "
    "return_path, begun_at_us, expires_at_us) VALUES ($1, $2, $3, 'created', $4, $5, $6, $7, $8, $9, $10)"};

constexpr db::Sql select_payment{"orders.select_payment",
                                 "SELECT " PAYMENT_COLUMNS " FROM orders_payments WHERE id = $1"};

constexpr db::Sql select_running{"orders.select_running",
                                 "SELECT " PAYMENT_COLUMNS
                                 " FROM orders_payments WHERE order_id = $1 "
                                 "AND state IN ('created', 'preparing', 'waiting_for_client')"};

constexpr db::Sql select_payments{"orders.select_payments",
                                  "SELECT " PAYMENT_COLUMNS " FROM orders_payments WHERE order_id = $1 ORDER BY id"};

constexpr db::Sql select_paying{"orders.select_paying",
                                "SELECT " PAYMENT_COLUMNS
                                " FROM orders_payments WHERE order_id = $1 AND purpose = 'price'"};

constexpr db::Sql update_state{"orders.update_payment_state",
                               "UPDATE orders_payments SET state = $2, failure = $3 WHERE id = $1"};

constexpr db::Sql update_page{
    "orders.update_payment_page",
    "UPDATE orders_payments SET state = 'waiting_for_client', gateway_payment = $2, redirect_url = $3 WHERE id = $1"};

constexpr db::Sql update_captured{
    "orders.update_payment_captured",
    "UPDATE orders_payments SET state = 'captured', failure = NULL, purpose = $2, captured_minor = $3, "
    "captured_currency = $4, gateway_payment = $5, captured_at_us = $6 WHERE id = $1 AND state <> 'captured'"};

constexpr db::Sql update_fee{"orders.update_payment_fee",
                             "UPDATE orders_payments SET fee_minor = $2 WHERE id = $1 AND fee_minor IS NULL"};

void note_state(db::Tx& tx, PaymentId id, PaymentState state, Instant now) {
  privacy::note_value(tx, {"payment", id.view(), now}, "state", to_text(state));
}

PaymentRow read(db::Row const& row) {
  auto const failure = row.maybe_str(12);
  auto const what_for = row.maybe_str(13);
  return {.id = row.id<PaymentId>(0),
          .order = row.id<OrderId>(1),
          .payee = row.str(17),
          .state = payment_state(row.text(2)),
          .price = row.money(3),
          .description = row.str(5),
          .language = row.str(6),
          .return_path = row.str(7),
          .begun_at = row.instant(8),
          .expires_at = row.instant(9),
          .gateway_payment = row.maybe_str(10),
          .redirect_url = row.maybe_str(11),
          .failure = failure ? std::optional(payment_failure(*failure)) : std::nullopt,
          .purpose = what_for ? std::optional(orders::purpose(*what_for)) : std::nullopt,
          .captured = row.is_null(14) ? std::nullopt : std::optional(row.money(14)),
          .fee_minor = row.maybe_integer(16)};
}

void expect_one(std::int64_t changed) { ENSURE(changed == 1); }

}  // namespace

void insert(db::Tx& tx, PaymentId id, OrderId order, std::string_view payee, Money price,
            PaymentRequest const& request, Instant now) {
  expect_one(tx.execute(insert_payment, id, order, payee, price.minor(), to_string(price.currency()),
                        request.description, request.language, request.return_path, now, request.expires_at));
  note_state(tx, id, PaymentState::created, now);
  privacy::note_value(tx, {"payment", id.view(), now}, "price", to_decimal(price));
}

std::optional<PaymentRow> find_payment(db::Tx& tx, PaymentId id) { return tx.one(select_payment, read, id); }

PaymentRow payment(db::Tx& tx, PaymentId id) {
  auto found = store::find_payment(tx, id);
  ENSURE(found.has_value());
  return *std::move(found);
}

std::optional<PaymentRow> running_payment(db::Tx& tx, OrderId order) { return tx.one(select_running, read, order); }

std::vector<PaymentRow> payments_of(db::Tx& tx, OrderId order) { return tx.all(select_payments, read, order); }

std::optional<PaymentRow> paying_payment(db::Tx& tx, OrderId order) { return tx.one(select_paying, read, order); }

void set_state(db::Tx& tx, PaymentId id, PaymentState state, Instant now, std::optional<PaymentFailure> failure) {
  auto const text = failure ? std::optional(to_text(*failure)) : std::nullopt;
  expect_one(tx.execute(update_state, id, to_text(state), text));
  note_state(tx, id, state, now);
}

void set_page(db::Tx& tx, PaymentId id, std::string_view gateway_payment, std::string_view redirect_url,
              Instant now) {
  expect_one(tx.execute(update_page, id, gateway_payment, redirect_url));
  note_state(tx, id, PaymentState::waiting_for_client, now);
}

void set_captured(db::Tx& tx, PaymentId id, Purpose purpose, Money captured, std::string_view gateway_payment,
                  Instant now) {
  expect_one(tx.execute(update_captured, id, to_text(purpose), captured.minor(), to_string(captured.currency()),
                        gateway_payment, now));
  note_state(tx, id, PaymentState::captured, now);
  privacy::note_value(tx, {"payment", id.view(), now}, "captured", to_decimal(captured));
}

void set_fee(db::Tx& tx, PaymentId id, Money fee) { expect_one(tx.execute(update_fee, id, fee.minor())); }

}  // namespace kelisim::orders::store
