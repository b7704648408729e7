#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/database.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::sandbox::book {

enum class Outcome : std::uint8_t { none, paid, declined };

struct NewPayment {
  std::string order_number;
  std::string idempotency_key;
  Money amount;
  std::string description;
  std::string language;
  std::string result_url;
  std::string success_url;
  std::string failure_url;
  std::string token;
  Instant created_at;
  Instant expires_at;
};

struct Payment {
  std::int64_t id;
  NewPayment details;
  Outcome outcome;
  std::optional<Instant> effective_at;  ///< when the outcome shows in the status
};

struct Refund {
  std::int64_t id;
  Money amount;
};

std::int64_t insert(db::Tx& tx, NewPayment const& payment);
[[nodiscard]] std::optional<Payment> by_id(db::Tx& tx, std::int64_t id);
[[nodiscard]] std::optional<Payment> by_token(db::Tx& tx, std::string_view token);
[[nodiscard]] std::optional<Payment> by_key(db::Tx& tx, std::string_view idempotency_key);
/// The newest of that order.
[[nodiscard]] std::optional<Payment> by_order(db::Tx& tx, std::string_view order_number);
[[nodiscard]] std::vector<Payment> all(db::Tx& tx);

/// False when it was decided before.
bool decide(db::Tx& tx, std::int64_t id, Outcome outcome, Instant effective_at);

void insert_refund(db::Tx& tx, std::int64_t payment, Money amount, Instant now);
[[nodiscard]] std::vector<Refund> refunds(db::Tx& tx, std::int64_t payment);

[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::sandbox::book
