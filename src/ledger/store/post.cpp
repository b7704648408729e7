#include "ledger/ledger.h"

#include "kernel/ensure.h"
#include "rules/balanced.h"
#include "store/read.h"

namespace kelisim::ledger {
namespace {

constexpr db::Sql insert_transaction{"ledger.insert_transaction",
                                     "INSERT INTO ledger_transactions (kind, ref, at_us, order_id, clause, "
                                     "decision_id) VALUES ($1, $2, $3, $4, $5, $6) "
                                     "ON CONFLICT DO NOTHING RETURNING number"};

constexpr db::Sql insert_posting{
    "ledger.insert_posting",
    "INSERT INTO ledger_postings (transaction_number, account_kind, owner, amount_minor, currency) "
    "VALUES ($1, $2, $3, $4, $5)"};

constexpr db::Sql move_balance{
    "ledger.move_balance",
    "INSERT INTO ledger_balances (account_kind, owner, balance_minor, currency) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (account_kind, owner, currency) "
    "DO UPDATE SET balance_minor = ledger_balances.balance_minor + excluded.balance_minor"};

constexpr db::Sql number_of{"ledger.number_of",
                            "SELECT number FROM ledger_transactions WHERE kind = $1 AND ref = $2"};

std::vector<Posting> sorted(std::vector<Posting> postings) {
  std::ranges::sort(postings, {}, [](Posting const& posting) {
    return std::tuple(to_text(posting.kind), std::string_view(posting.owner), posting.amount.currency());
  });
  return postings;
}

void ensure_same(db::Tx& tx, Transaction const& transaction, std::vector<Posting> const& postings) {
  auto const number = tx.one(
      number_of, [](db::Row const& row) { return row.integer(0); }, to_text(transaction.kind), transaction.ref);
  ENSURE(number.has_value());
  ENSURE(sorted(postings_of(tx, *number)) == postings);
}

}  // namespace

Posted post(db::Tx& tx, Transaction const& transaction) {
  ENSURE(is_balanced(transaction.postings));
  ENSURE(!transaction.ref.empty());
  // Balances are always taken in the same order, so that two transactions cannot wait for each other.
  auto const postings = sorted(transaction.postings);
  auto const clause = transaction.clause ? std::optional(transaction.clause->id) : std::nullopt;
  auto const number = tx.one(
      insert_transaction, [](db::Row const& row) { return row.integer(0); }, to_text(transaction.kind),
      transaction.ref, transaction.at, transaction.order, clause, transaction.decision);
  if (!number) {
    ensure_same(tx, transaction, postings);
    return Posted::before;
  }
  for (auto const& posting : postings) {
    auto const kind = to_text(posting.kind);
    auto const currency = to_string(posting.amount.currency());
    tx.execute(insert_posting, *number, kind, posting.owner, posting.amount.minor(), currency);
    tx.execute(move_balance, kind, posting.owner, posting.amount.minor(), currency);
  }
  return Posted::now;
}

}  // namespace kelisim::ledger
