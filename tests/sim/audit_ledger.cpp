#include "auditor.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

constexpr db::Sql balances_differ{
    "auditor.balances_differ",
    "SELECT b.account_kind, b.owner, b.balance_minor FROM ledger_balances b LEFT JOIN "
    "(SELECT account_kind, owner, currency, CAST(sum(amount_minor) AS BIGINT) AS total FROM ledger_postings "
    " GROUP BY account_kind, owner, currency) p "
    "ON p.account_kind = b.account_kind AND p.owner = b.owner AND p.currency = b.currency "
    "WHERE b.balance_minor <> COALESCE(p.total, 0)"};
constexpr db::Sql accounts_without_balance{
    "auditor.accounts_without_balance",
    "SELECT DISTINCT p.account_kind, p.owner FROM ledger_postings p WHERE NOT EXISTS "
    "(SELECT 1 FROM ledger_balances b WHERE b.account_kind = p.account_kind AND b.owner = p.owner "
    " AND b.currency = p.currency)"};
constexpr db::Sql world_sum{
    "auditor.world_sum", "SELECT currency, CAST(sum(amount_minor) AS BIGINT) FROM ledger_postings GROUP BY currency"};
// What a kind of account may never be: a liability in debit, the acquirer or an expense in credit.
constexpr db::Sql wrong_side{"auditor.wrong_side",
                             "SELECT account_kind, owner, balance_minor FROM ledger_balances WHERE "
                             "(account_kind IN ('prepaid_specialist', 'prepaid_commission', 'specialist_payable', "
                             "'commission_revenue', 'refund_due') AND balance_minor > 0) OR "
                             "(account_kind IN ('acquirer', 'gateway_fee') AND balance_minor < 0)"};

}  // namespace

/// I5 and I6 from the postings alone.
void check_ledger(db::Tx& tx, Auditor::Findings& findings) {
  for (auto& found : tx.all(balances_differ, [](db::Row const& row) {
         return fmt::format("I5: the balance of {} {} is {} and not the sum of its postings", row.text(0),
                            row.text(1), row.integer(2));
       })) {
    findings.push_back(std::move(found));
  }
  for (auto& found : tx.all(accounts_without_balance, [](db::Row const& row) {
         return fmt::format("I5: {} {} has postings and no balance", row.text(0), row.text(1));
       })) {
    findings.push_back(std::move(found));
  }
  for (auto& found : tx.all(wrong_side, [](db::Row const& row) {
         return fmt::format("I6: {} {} stands at {}", row.text(0), row.text(1), row.integer(2));
       })) {
    findings.push_back(std::move(found));
  }
  each(tx, world_sum, [&](db::Row const& row) {
    if (row.integer(1) != 0) findings.push_back(fmt::format("I5: all of {} is {} off", row.text(0), row.integer(1)));
  });
}

}  // namespace kelisim::sim
