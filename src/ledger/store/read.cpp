#include "store/read.h"

#include "kernel/ensure.h"

namespace kelisim::ledger {
namespace {

constexpr db::Sql select_postings{
    "ledger.select_postings",
    "SELECT account_kind, owner, amount_minor, currency FROM ledger_postings WHERE transaction_number = $1 "
    "ORDER BY account_kind, owner, currency"};

constexpr db::Sql select_balance{
    "ledger.select_balance",
    "SELECT balance_minor, currency FROM ledger_balances WHERE account_kind = $1 AND owner = $2 AND currency = $3"};

constexpr db::Sql select_moved{"ledger.select_moved",
                               "SELECT CAST(coalesce(sum(p.amount_minor), 0) AS BIGINT) FROM ledger_postings p "
                               "JOIN ledger_transactions t ON t.number = p.transaction_number "
                               "WHERE p.account_kind = $1 AND p.owner = $2 AND p.currency = $3 AND t.kind = $4"};

constexpr db::Sql select_balances{
    "ledger.select_balances",
    "SELECT account_kind, owner, balance_minor, currency FROM ledger_balances "
    "WHERE (CAST($1 AS TEXT) IS NULL OR account_kind = $1) AND (CAST($2 AS TEXT) IS NULL OR owner = $2) "
    "AND (CAST($3 AS BIGINT) = 0 OR balance_minor <> 0) "
    "AND (CAST($4 AS TEXT) IS NULL OR account_kind > $4 "
    "     OR (account_kind = $4 AND (owner > $5 OR (owner = $5 AND currency > $6)))) "
    "ORDER BY account_kind, owner, currency LIMIT $7"};

constexpr db::Sql select_entries{
    "ledger.select_entries",
    "SELECT number, kind, ref, at_us, order_id, clause, decision_id FROM ledger_transactions "
    "WHERE number < $1 ORDER BY number DESC LIMIT $2"};

constexpr db::Sql select_entries_of_order{
    "ledger.select_entries_of_order",
    "SELECT number, kind, ref, at_us, order_id, clause, decision_id FROM ledger_transactions "
    "WHERE order_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3"};

constexpr db::Sql select_entries_of_account{
    "ledger.select_entries_of_account",
    "SELECT t.number, t.kind, t.ref, t.at_us, t.order_id, t.clause, t.decision_id FROM ledger_postings p "
    "JOIN ledger_transactions t ON t.number = p.transaction_number "
    "WHERE p.account_kind = $1 AND p.owner = $2 AND p.currency = $3 AND p.transaction_number < $4 "
    "AND (CAST($5 AS TEXT) IS NULL OR t.order_id = $5) ORDER BY p.transaction_number DESC LIMIT $6"};

AccountKind account_kind(db::Row const& row, int column) {
  auto const kind = parse_account_kind(row.text(column));
  ENSURE(kind.has_value());
  return *kind;
}

Balance read_balance(db::Row const& row) {
  auto const amount = row.money(2);
  return {{account_kind(row, 0), row.str(1), amount.currency()}, amount};
}

Entry read_entry(db::Row const& row) {
  auto const kind = parse_transaction_kind(row.text(1));
  ENSURE(kind.has_value());
  return {row.integer(0), *kind, row.str(2), row.instant(3), row.str(4), row.maybe_str(5), row.maybe_str(6), {}};
}

}  // namespace

std::vector<Posting> postings_of(db::Tx& tx, std::int64_t number) {
  return tx.all(
      select_postings, [](db::Row const& row) { return Posting{account_kind(row, 0), row.str(1), row.money(2)}; },
      number);
}

Money balance(db::Tx& tx, Account const& account) {
  auto const found = tx.one(
      select_balance, [](db::Row const& row) { return row.money(0); }, to_text(account.kind), account.owner,
      to_string(account.currency));
  return found.value_or(Money::zero(account.currency));
}

Money moved(db::Tx& tx, Account const& account, TransactionKind kind) {
  auto const sum = tx.one(
      select_moved, [](db::Row const& row) { return row.integer(0); }, to_text(account.kind), account.owner,
      to_string(account.currency), to_text(kind));
  ENSURE(sum.has_value());
  return {*sum, account.currency};
}

std::vector<Balance> balances(db::Tx& tx, BalanceFilter const& filter) {
  ENSURE(filter.limit >= 1 && filter.limit <= 500);
  auto const kind = filter.kind ? std::optional(to_text(*filter.kind)) : std::nullopt;
  std::optional<std::string_view> after_kind;
  std::string_view after_owner;
  std::string_view after_currency;
  if (filter.after) {
    after_kind = to_text(filter.after->kind);
    after_owner = filter.after->owner;
    after_currency = to_string(filter.after->currency);
  }
  return tx.all(select_balances, read_balance, kind, filter.owner, filter.nonzero_only, after_kind, after_owner,
                after_currency, filter.limit);
}

std::vector<Entry> entries(db::Tx& tx, EntryFilter const& filter) {
  ENSURE(filter.limit >= 1 && filter.limit <= 200);
  auto const before = filter.before.value_or(std::numeric_limits<std::int64_t>::max());
  auto found = filter.account ? tx.all(select_entries_of_account, read_entry, to_text(filter.account->kind),
                                       filter.account->owner, to_string(filter.account->currency), before,
                                       filter.order, filter.limit)
               : filter.order ? tx.all(select_entries_of_order, read_entry, *filter.order, before, filter.limit)
                              : tx.all(select_entries, read_entry, before, filter.limit);
  for (auto& entry : found) entry.postings = postings_of(tx, entry.number);
  return found;
}

}  // namespace kelisim::ledger
