#include "acquirer/store/book.h"

#include "kernel/ensure.h"

namespace kelisim::sandbox::book {
namespace {

#define BOOK_COLUMNS                                                                               \
  "id, order_number, idempotency_key, amount_minor, currency, description, language, result_url, " \
  "success_url, failure_url, token, created_at_us, expires_at_us, outcome, effective_at_us"

constexpr db::Migration tables[] = {
    {.room = "acquirer", .number = 1, .name = "book", .engine = db::MigrationEngine::any, .text = R"(
CREATE TABLE sandbox_acquirer_payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_number TEXT NOT NULL,
  idempotency_key TEXT UNIQUE,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  result_url TEXT NOT NULL,
  success_url TEXT NOT NULL,
  failure_url TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  created_at_us BIGINT NOT NULL,
  expires_at_us BIGINT NOT NULL,
  outcome TEXT CHECK (outcome IN ('paid', 'declined')),
  effective_at_us BIGINT
);
CREATE INDEX sandbox_acquirer_payments_by_order ON sandbox_acquirer_payments (order_number, id);
CREATE TABLE sandbox_acquirer_refunds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  payment_id BIGINT NOT NULL REFERENCES sandbox_acquirer_payments (id),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  at_us BIGINT NOT NULL
);
CREATE INDEX sandbox_acquirer_refunds_by_payment ON sandbox_acquirer_refunds (payment_id, id);
)"}};

constexpr db::Sql insert_payment{"sandbox.insert_acquirer_payment",
                                 "INSERT INTO sandbox_acquirer_payments (order_number, idempotency_key, "
                                 "amount_minor, currency, description, language, "
                                 "result_url, success_url, failure_url, token, created_at_us, expires_at_us) "
                                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id"};
constexpr db::Sql select_by_id{"sandbox.acquirer_payment_by_id",
                               "SELECT " BOOK_COLUMNS " FROM sandbox_acquirer_payments WHERE id = $1"};
constexpr db::Sql select_by_token{"sandbox.acquirer_payment_by_token",
                                  "SELECT " BOOK_COLUMNS " FROM sandbox_acquirer_payments WHERE token = $1"};
constexpr db::Sql select_by_key{"sandbox.acquirer_payment_by_key",
                                "SELECT " BOOK_COLUMNS " FROM sandbox_acquirer_payments WHERE idempotency_key = $1"};
constexpr db::Sql select_by_order{"sandbox.acquirer_payment_by_order",
                                  "SELECT " BOOK_COLUMNS
                                  " FROM sandbox_acquirer_payments WHERE order_number = $1 ORDER BY id DESC LIMIT 1"};
constexpr db::Sql select_all{"sandbox.acquirer_payments",
                             "SELECT " BOOK_COLUMNS " FROM sandbox_acquirer_payments ORDER BY id"};
constexpr db::Sql update_outcome{
    "sandbox.decide_acquirer_payment",
    "UPDATE sandbox_acquirer_payments SET outcome = $2, effective_at_us = $3 WHERE id = $1 AND outcome IS NULL"};
constexpr db::Sql insert_refund_row{
    "sandbox.insert_acquirer_refund",
    "INSERT INTO sandbox_acquirer_refunds (payment_id, amount_minor, currency, at_us) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql select_refunds{
    "sandbox.acquirer_refunds",
    "SELECT id, amount_minor, currency FROM sandbox_acquirer_refunds WHERE payment_id = $1 ORDER BY id"};

Outcome outcome_of(std::optional<std::string> const& text) {
  if (!text) return Outcome::none;
  return *text == "paid" ? Outcome::paid : Outcome::declined;
}

Payment read(db::Row const& row) {
  return {.id = row.integer(0),
          .details = {.order_number = row.str(1),
                      .idempotency_key = row.maybe_str(2).value_or(""),
                      .amount = row.money(3),
                      .description = row.str(5),
                      .language = row.str(6),
                      .result_url = row.str(7),
                      .success_url = row.str(8),
                      .failure_url = row.str(9),
                      .token = row.str(10),
                      .created_at = row.instant(11),
                      .expires_at = row.instant(12)},
          .outcome = outcome_of(row.maybe_str(13)),
          .effective_at = row.maybe_instant(14)};
}

}  // namespace

std::int64_t insert(db::Tx& tx, NewPayment const& payment) {
  auto const key = payment.idempotency_key.empty() ? std::nullopt : std::optional(payment.idempotency_key);
  auto const id = tx.one(
      insert_payment, [](db::Row const& row) { return row.integer(0); }, payment.order_number, key,
      payment.amount.minor(), to_string(payment.amount.currency()), payment.description, payment.language,
      payment.result_url, payment.success_url, payment.failure_url, payment.token, payment.created_at,
      payment.expires_at);
  ENSURE(id.has_value());
  return *id;
}

std::optional<Payment> by_id(db::Tx& tx, std::int64_t id) { return tx.one(select_by_id, read, id); }
std::optional<Payment> by_token(db::Tx& tx, std::string_view token) { return tx.one(select_by_token, read, token); }
std::optional<Payment> by_key(db::Tx& tx, std::string_view key) { return tx.one(select_by_key, read, key); }
std::optional<Payment> by_order(db::Tx& tx, std::string_view number) { return tx.one(select_by_order, read, number); }
std::vector<Payment> all(db::Tx& tx) { return tx.all(select_all, read); }

bool decide(db::Tx& tx, std::int64_t id, Outcome outcome, Instant effective_at) {
  ENSURE(outcome != Outcome::none);
  return tx.execute(update_outcome, id, outcome == Outcome::paid ? "paid" : "declined", effective_at) == 1;
}

void insert_refund(db::Tx& tx, std::int64_t payment, Money amount, Instant now) {
  tx.execute(insert_refund_row, payment, amount.minor(), to_string(amount.currency()), now);
}

std::vector<Refund> refunds(db::Tx& tx, std::int64_t payment) {
  return tx.all(select_refunds, [](db::Row const& row) { return Refund{row.integer(0), row.money(1)}; }, payment);
}

std::span<db::Migration const> migrations() { return tables; }

}  // namespace kelisim::sandbox::book
