#include "story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace kelisim::test {
namespace {

constexpr db::Sql new_messages{"story.messages",
                               "SELECT id, template, channel, person_id, state FROM notify_messages ORDER BY id"};
constexpr db::Sql new_decisions{"story.decisions", "SELECT id, kind, clause FROM terms_decisions ORDER BY id"};
constexpr db::Sql new_postings{"story.postings",
                               "SELECT t.number, t.kind, COALESCE(t.clause, '-'), p.account_kind, p.owner, "
                               "p.amount_minor FROM ledger_transactions t "
                               "JOIN ledger_postings p ON p.transaction_number = t.number WHERE t.number > $1 ORDER "
                               "BY t.number, p.amount_minor DESC, "
                               "p.account_kind"};
constexpr db::Sql all_balances{
    "story.balances", "SELECT account_kind, owner, balance_minor FROM ledger_balances WHERE balance_minor <> 0"};

}  // namespace

std::string Story::name_of(std::string const& id) {
  if (id.empty()) return "-";
  auto const found = names_.find(id);
  return found == names_.end() ? id : found->second;
}

Lines Story::read_news(db::Tx& tx) {
  Lines lines;
  std::map<std::string, std::set<std::string>> told;
  tx.run(new_messages, {}, [&](db::Row const& row) {
    if (row.text(4) == "waiting" || !seen_.insert(row.str(0)).second) return;
    if (row.text(4) == "sent") told[row.str(1) + " to " + name_of(row.str(3))].insert(row.str(2));
    if (row.text(4) != "sent")
      lines.push_back(
          fmt::format("{} notice {} to {} by {}", row.text(4), row.text(1), name_of(row.str(3)), row.text(2)));
  });
  for (auto const& [notice, channels] : told) {
    lines.push_back(fmt::format("notice {} by {}", notice, fmt::join(channels, ", ")));
  }
  tx.run(new_decisions, {}, [&](db::Row const& row) {
    if (!seen_.insert(row.str(0)).second) return;
    lines.push_back(fmt::format("decision {} by {}", row.text(1), row.text(2)));
  });
  std::map<std::int64_t, std::string> transactions;
  tx.run(new_postings, std::array{db::param(seen_transaction_)}, [&](db::Row const& row) {
    seen_transaction_ = row.integer(0);
    auto& line = transactions[row.integer(0)];
    if (line.empty()) line = fmt::format("ledger {} by {}:", row.text(1), row.text(2));
    line += fmt::format(" {} {} {:+}", row.text(3), name_of(row.str(4)), row.integer(5));
  });
  for (auto const& [number, line] : transactions) lines.push_back(line);
  std::ranges::sort(lines);
  return lines;
}

Lines Story::news() {
  return business_->business().database().read_now([&](db::Tx& tx) { return read_news(tx); });
}

Lines Story::balances() {
  return business_->business().database().read_now([&](db::Tx& tx) {
    Lines lines;
    tx.run(all_balances, {}, [&](db::Row const& row) {
      lines.push_back(fmt::format("{} {} {:+}", row.text(0), name_of(row.str(1)), row.integer(2)));
    });
    std::ranges::sort(lines);
    return lines;
  });
}

}  // namespace kelisim::test
