#include "orders/check.h"

#include "store/orders.h"
#include "store/payments.h"
#include "store/refunds.h"

namespace kelisim::orders {
namespace {

using ledger::AccountKind;

constexpr int page = 200;

/// What the accounts of an order must hold, by its state alone.
struct Standing {
  Money specialist;
  Money commission;
};

Standing expected_of(store::OrderRow const& order, Currency currency) {
  auto const prepaid = order.state == OrderState::paid && order.frozen;
  if (!prepaid) return {Money::zero(currency), Money::zero(currency)};
  return {-(order.frozen->price - order.frozen->commission), -order.frozen->commission};
}

/// What has been captured in error, and the price while it is on its way back, less what went back.
Money due(db::Tx& tx, OrderId order, Currency currency) {
  auto sum = Money::zero(currency);
  for (auto const& refund : store::refunds_of(tx, order)) {
    if (!refund.confirmed_at && refund.amount.currency() == currency) sum = sum + refund.amount;
  }
  return sum;
}

void check_payments(db::Tx& tx, store::OrderRow const& order, std::vector<ledger::Discrepancy>& found) {
  int paying = 0;
  for (auto const& payment : store::payments_of(tx, order.id)) {
    if (!payment.captured) continue;
    paying += payment.purpose == Purpose::price ? 1 : 0;
    auto left = *payment.captured;
    for (auto const& refund : store::refunds_of(tx, payment.id)) left = left - refund.amount;
    if (left.minor() < 0) found.push_back({"refunds_exceed_capture", payment.id.str()});
    if (payment.purpose == Purpose::give_back && !left.is_zero()) {
      found.push_back({"capture_in_error_kept", payment.id.str()});
    }
  }
  auto const has_price = order.state != OrderState::open && order.state != OrderState::closed;
  if (paying != (has_price ? 1 : 0)) found.push_back({"price_and_state_differ", order.id.str()});
}

void check_order(db::Tx& tx, store::OrderRow const& order, std::vector<ledger::Discrepancy>& found) {
  auto const currency = order.frozen->price.currency();
  auto const holds = [&](AccountKind kind) { return ledger::balance(tx, {kind, order.id.str(), currency}); };
  auto const expected = expected_of(order, currency);
  if (holds(AccountKind::prepaid_specialist) != expected.specialist ||
      holds(AccountKind::prepaid_commission) != expected.commission) {
    found.push_back({"prepaid_differs", order.id.str()});
  }
  if (-holds(AccountKind::refund_due) != due(tx, order.id, currency)) {
    found.push_back({"refund_due_differs", order.id.str()});
  }
  check_payments(tx, order, found);
}

}  // namespace

std::vector<ledger::Discrepancy> check(db::Tx& tx) {
  std::vector<ledger::Discrepancy> found;
  std::optional<OrderId> after;
  while (true) {
    auto const orders = store::priced_orders(tx, after, page);
    for (auto const& order : orders) check_order(tx, order, found);
    if (std::ssize(orders) < page) return found;
    after = orders.back().id;
  }
}

}  // namespace kelisim::orders
