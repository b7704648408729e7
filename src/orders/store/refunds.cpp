#include "store/refunds.h"

#include "kernel/ensure.h"
#include "privacy/changes.h"
#include "words.h"

namespace kelisim::orders::store {
namespace {

#define REFUND_COLUMNS                                                                                     \
  "id, payment_id, order_id, amount_minor, currency, state, clause, decision_id, requested_at_us, tries, " \
  "sent_at_us, "                                                                                           \
  "confirmed_at_us"

constexpr db::Sql insert_refund{
    "orders.insert_refund",
    "INSERT INTO orders_refunds (id, payment_id, order_id, amount_minor, currency, state, clause, decision_id, "
    "requested_at_us, tries) VALUES ($1, $2, $3, $4, $5, 'requested', $6, $7, $8, 0)"};

constexpr db::Sql select_refund{"orders.select_refund",
                                "SELECT " REFUND_COLUMNS " FROM orders_refunds WHERE id = $1"};

constexpr db::Sql select_of_order{"orders.select_refunds_of_order",
                                  "SELECT " REFUND_COLUMNS " FROM orders_refunds WHERE order_id = $1 ORDER BY id"};

constexpr db::Sql select_of_payment{"orders.select_refunds_of_payment",
                                    "SELECT " REFUND_COLUMNS
                                    " FROM orders_refunds WHERE payment_id = $1 ORDER BY id"};

constexpr db::Sql mark_sending{
    "orders.mark_refund_sending",
    "UPDATE orders_refunds SET state = 'sending', tries = tries + 1, sent_at_us = $2 WHERE id = $1"};

constexpr db::Sql mark_stuck{"orders.mark_refund_stuck", "UPDATE orders_refunds SET state = 'stuck' WHERE id = $1"};

constexpr db::Sql mark_confirmed{
    "orders.mark_refund_confirmed",
    "UPDATE orders_refunds SET state = 'confirmed', confirmed_at_us = $2 WHERE id = $1 AND state <> 'confirmed'"};

void note_state(db::Tx& tx, RefundId id, RefundState state, Instant now) {
  privacy::note_value(tx, {"refund", id.view(), now}, "state", to_text(state));
}

RefundRow read(db::Row const& row) {
  return {.id = row.id<RefundId>(0),
          .payment = row.id<PaymentId>(1),
          .order = row.id<OrderId>(2),
          .amount = row.money(3),
          .state = refund_state(row.text(5)),
          .clause = row.str(6),
          .decision = row.maybe_str(7),
          .requested_at = row.instant(8),
          .tries = row.integer(9),
          .sent_at = row.maybe_instant(10),
          .confirmed_at = row.maybe_instant(11)};
}

void expect_one(std::int64_t changed) { ENSURE(changed == 1); }

}  // namespace

void insert(db::Tx& tx, RefundId id, PaymentId payment, OrderId order, Money amount, Ground const& ground,
            Instant now) {
  expect_one(tx.execute(insert_refund, id, payment, order, amount.minor(), to_string(amount.currency()),
                        ground.clause.id, ground.decision, now));
  note_state(tx, id, RefundState::requested, now);
  privacy::note_value(tx, {"refund", id.view(), now}, "amount", to_decimal(amount));
}

std::optional<RefundRow> find_refund(db::Tx& tx, RefundId id) { return tx.one(select_refund, read, id); }

std::vector<RefundRow> refunds_of(db::Tx& tx, OrderId order) { return tx.all(select_of_order, read, order); }
std::vector<RefundRow> refunds_of(db::Tx& tx, PaymentId payment) { return tx.all(select_of_payment, read, payment); }

void set_sending(db::Tx& tx, RefundId id, Instant now) {
  expect_one(tx.execute(mark_sending, id, now));
  note_state(tx, id, RefundState::sending, now);
}

void set_stuck(db::Tx& tx, RefundId id, Instant now) {
  expect_one(tx.execute(mark_stuck, id));
  note_state(tx, id, RefundState::stuck, now);
}

void set_confirmed(db::Tx& tx, RefundId id, Instant now) {
  expect_one(tx.execute(mark_confirmed, id, now));
  note_state(tx, id, RefundState::confirmed, now);
}

}  // namespace kelisim::orders::store
