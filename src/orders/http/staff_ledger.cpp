#include "http/ledger_view.h"
#include "http/parts.h"
#include "platform/http/problems.h"

#include <fmt/format.h>

#include <charconv>

namespace kelisim::orders {
namespace {

constexpr int entries_on_page = 50;
constexpr int balances_on_page = 200;

struct LedgerPage {
  std::vector<EntryView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(LedgerPage, (), (items, next))

struct BalanceView {
  std::string kind;
  std::string owner;
  Money amount;
};
BOOST_DESCRIBE_STRUCT(BalanceView, (), (kind, owner, amount))

struct BalancesPage {
  std::vector<BalanceView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(BalancesPage, (), (items, next))

http::Refused malformed(std::string_view name) { return http::Refused(http::wrong_query(name, "malformed")); }

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::string> text(http::Call const& call, std::string_view name) {
  auto const found = call.query(name);
  return found ? std::optional(std::string(*found)) : std::nullopt;
}

http::Reply<LedgerPage> list_entries(http::Call& call) {
  ledger::EntryFilter filter{.order = text(call, "order"), .limit = entries_on_page};
  if (auto const cursor = call.query("cursor")) {
    filter.before = number(*cursor);
    if (!filter.before) return malformed("cursor");
  }
  if (auto const kind = call.query("account")) {
    auto const known = ledger::parse_account_kind(*kind);
    if (!known) return malformed("account");
    auto const currency = parse_currency(call.query("currency").value_or("KZT"));
    if (!currency) return malformed("currency");
    filter.account = ledger::Account{*known, text(call, "owner").value_or(""), *currency};
  }
  LedgerPage page;
  for (auto const& entry : ledger::entries(call.tx, filter)) page.items.push_back(entry_view(entry));
  if (std::ssize(page.items) == entries_on_page) page.next = fmt::format("{}", page.items.back().number);
  return page;
}

/// `kind:owner:currency`; no owner holds a colon.
std::optional<ledger::Account> read_cursor(std::string_view cursor) {
  auto const first = cursor.find(':');
  auto const last = cursor.rfind(':');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  auto const kind = ledger::parse_account_kind(cursor.substr(0, first));
  auto const currency = parse_currency(cursor.substr(last + 1));
  if (!kind || !currency) return std::nullopt;
  return ledger::Account{*kind, std::string(cursor.substr(first + 1, last - first - 1)), *currency};
}

http::Reply<BalancesPage> list_balances(http::Call& call) {
  ledger::BalanceFilter filter{.owner = text(call, "owner"), .limit = balances_on_page};
  if (auto const kind = call.query("account")) {
    filter.kind = ledger::parse_account_kind(*kind);
    if (!filter.kind) return malformed("account");
  }
  if (auto const cursor = call.query("cursor")) {
    filter.after = read_cursor(*cursor);
    if (!filter.after) return malformed("cursor");
  }
  BalancesPage page;
  for (auto const& [account, amount] : ledger::balances(call.tx, filter)) {
    page.items.push_back({std::string(ledger::to_text(account.kind)), account.owner, amount});
  }
  if (std::ssize(page.items) == balances_on_page) {
    auto const& last = page.items.back();
    page.next = fmt::format("{}:{}:{}", last.kind, last.owner, to_string(last.amount.currency()));
  }
  return page;
}

}  // namespace

void add_staff_ledger(http::Routes& routes) {
  http::RouteOptions options;
  options.summary = "Transactions of the ledger, newest first";
  options.query = {{.name = "cursor", .description = "`next` of the page before"},
                   {.name = "order", .description = "only those of this order"},
                   {.name = "account", .description = "kind of an account: its statement, with `owner`"},
                   {.name = "owner", .description = "owner of that account; absent: none"},
                   {.name = "currency", .description = "of that account; absent: KZT"}};
  routes.add(http::Route<Access::finance, http::Nothing, LedgerPage>{http::Method::get, "/v1/staff/ledger",
                                                                     "list_ledger_entries", options},
             [](http::Call& call, http::Nothing const&) { return list_entries(call); });
  options.summary = "Accounts whose balance is not zero";
  options.query = {{.name = "cursor", .description = "`next` of the page before"},
                   {.name = "account", .description = "only accounts of this kind"},
                   {.name = "owner", .description = "only accounts of this owner"}};
  routes.add(http::Route<Access::finance, http::Nothing, BalancesPage>{http::Method::get, "/v1/staff/ledger/balances",
                                                                       "list_ledger_balances", options},
             [](http::Call& call, http::Nothing const&) { return list_balances(call); });
}

}  // namespace kelisim::orders
