#include "http/parts.h"
#include "ledger/ledger.h"
#include "store/orders.h"

namespace kelisim::orders {
namespace {

using ledger::AccountKind;

constexpr int orders_on_page = 50;

/// One movement of the specialist's part of one session.
struct MoneyLine {
  std::string order_id;
  std::string booking_id;
  Instant at;
  std::string what;  ///< kind of the ledger's transaction: capture, earned, refund, …
  Money amount;      ///< of `earned`: what became payable; of the others: what the expectation grew or shrank by
  std::optional<Instant> earns_at;  ///< of a capture not yet earned whose session is over: when claims end
};
BOOST_DESCRIBE_STRUCT(MoneyLine, (), (order_id, booking_id, at, what, amount, earns_at))

struct PracticeMoney {
  Money payable;   ///< earned and not paid out
  Money expected;  ///< the specialist's part of paid sessions that are not earned yet, `held` included
  Money held;      ///< of that: sessions that are over and whose time for claims runs
  Money paid_out;
  std::vector<MoneyLine> lines;  ///< newest order first
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(PracticeMoney, (), (payable, expected, held, paid_out, lines, next))

std::optional<Money> movement(ledger::Entry const& entry, PersonId specialist) {
  std::optional<Money> moved;
  for (auto const& posting : entry.postings) {
    auto const prepaid = posting.kind == AccountKind::prepaid_specialist;
    auto const payable = posting.kind == AccountKind::specialist_payable && posting.owner == specialist.view();
    auto const counts = entry.kind == ledger::TransactionKind::earned ? payable : prepaid || payable;
    if (counts) moved = moved ? *moved - posting.amount : -posting.amount;
  }
  return moved;
}

void add_lines(db::Tx& tx, std::vector<MoneyLine>& lines, store::OrderRow const& order) {
  for (auto const& entry : ledger::entries(tx, {.order = order.id.str()})) {
    auto const moved = movement(entry, order.specialist);
    if (!moved) continue;
    auto const waiting = entry.kind == ledger::TransactionKind::capture && order.state == OrderState::paid;
    lines.push_back({.order_id = order.id.str(),
                     .booking_id = order.booking,
                     .at = entry.at,
                     .what = std::string(ledger::to_text(entry.kind)),
                     .amount = *moved,
                     .earns_at = waiting ? order.earns_at : std::nullopt});
  }
}

PracticeMoney money_of(http::Call& call) {
  auto const me = call.person();
  auto const cursor = call.query("cursor");
  auto const before = cursor ? OrderId::parse(*cursor) : std::nullopt;
  auto const orders = store::orders_of_specialist(call.tx, me, before, orders_on_page);
  auto const currency =
      !orders.empty() && orders.front().frozen ? orders.front().frozen->price.currency() : Currency::KZT;
  ledger::Account const account{AccountKind::specialist_payable, me.str(), currency};
  auto const [expected, held] = store::expected_by(call.tx, me, currency);
  PracticeMoney money{.payable = -ledger::balance(call.tx, account),
                      .expected = expected,
                      .held = held,
                      .paid_out = ledger::moved(call.tx, account, ledger::TransactionKind::payout),
                      .lines = {},
                      .next = {}};
  for (auto const& order : orders) add_lines(call.tx, money.lines, order);
  if (std::ssize(orders) == orders_on_page) money.next = orders.back().id.str();
  return money;
}

}  // namespace

void add_practice_money(http::Routes& routes) {
  http::RouteOptions options;
  options.summary = "What a specialist has earned, what is expected, and every movement of it";
  options.query = {{.name = "cursor", .description = "`next` of the page before"}};
  routes.add(http::Route<Access::specialist, http::Nothing, PracticeMoney>{http::Method::get, "/v1/practice/money",
                                                                           "get_practice_money", options},
             [](http::Call& call, http::Nothing const&) -> http::Reply<PracticeMoney> { return money_of(call); });
}

}  // namespace kelisim::orders
