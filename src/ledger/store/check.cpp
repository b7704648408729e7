#include "ledger/ledger.h"

#include <fmt/format.h>

namespace kelisim::ledger {
namespace {

constexpr db::Sql unbalanced{"ledger.check_unbalanced",
                             "SELECT transaction_number FROM ledger_postings GROUP BY transaction_number, currency "
                             "HAVING sum(amount_minor) <> 0 ORDER BY transaction_number LIMIT 100"};

constexpr db::Sql without_postings{
    "ledger.check_without_postings",
    "SELECT number FROM ledger_transactions t WHERE (SELECT count(*) FROM ledger_postings p "
    "WHERE p.transaction_number = t.number) < 2 ORDER BY number LIMIT 100"};

constexpr db::Sql zero_postings{"ledger.check_zero_postings",
                                "SELECT transaction_number FROM ledger_postings WHERE amount_minor = 0 LIMIT 100"};

constexpr db::Sql differing{
    "ledger.check_differing",
    "SELECT account_kind, owner, currency FROM ledger_balances b WHERE balance_minor <> "
    "(SELECT CAST(coalesce(sum(amount_minor), 0) AS BIGINT) FROM ledger_postings p WHERE p.account_kind = "
    "b.account_kind "
    "AND p.owner = b.owner AND p.currency = b.currency) ORDER BY account_kind, owner, currency LIMIT 100"};

constexpr db::Sql without_balance{
    "ledger.check_without_balance",
    "SELECT DISTINCT p.account_kind, p.owner, p.currency FROM ledger_postings p WHERE NOT EXISTS "
    "(SELECT 1 FROM ledger_balances b WHERE b.account_kind = p.account_kind AND b.owner = p.owner "
    "AND b.currency = p.currency) ORDER BY p.account_kind, p.owner, p.currency LIMIT 100"};

}  // namespace

std::vector<Discrepancy> check(db::Tx& tx) {
  std::vector<Discrepancy> found;
  auto const transactions = [&](db::Sql const& sql, std::string_view what) {
    tx.run(sql, {},
           [&](db::Row const& row) { found.push_back({std::string(what), fmt::format("{}", row.integer(0))}); });
  };
  auto const accounts = [&](db::Sql const& sql, std::string_view what) {
    tx.run(sql, {}, [&](db::Row const& row) {
      found.push_back({std::string(what), fmt::format("{}:{}:{}", row.text(0), row.text(1), row.text(2))});
    });
  };
  transactions(unbalanced, "unbalanced");
  transactions(without_postings, "no_postings");
  transactions(zero_postings, "zero_posting");
  accounts(differing, "balance_differs");
  accounts(without_balance, "balance_differs");
  return found;
}

}  // namespace kelisim::ledger
