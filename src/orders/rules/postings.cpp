#include "rules/postings.h"

#include "kernel/ensure.h"

namespace kelisim::orders {
namespace {

using ledger::AccountKind;
using Postings = std::vector<ledger::Posting>;

void add(Postings& postings, AccountKind kind, std::string owner, Money amount) {
  if (!amount.is_zero()) postings.push_back({kind, std::move(owner), amount});
}

}  // namespace

Postings captured_price(OrderMoney const& money, std::string const& gateway) {
  Postings postings;
  add(postings, AccountKind::acquirer, gateway, money.price);
  add(postings, AccountKind::prepaid_specialist, money.order.str(), -money.to_specialist);
  add(postings, AccountKind::prepaid_commission, money.order.str(), -money.to_us);
  return postings;
}

Postings earned_price(OrderMoney const& money) {
  Postings postings;
  add(postings, AccountKind::prepaid_specialist, money.order.str(), money.to_specialist);
  add(postings, AccountKind::prepaid_commission, money.order.str(), money.to_us);
  add(postings, AccountKind::specialist_payable, money.specialist.str(), -money.to_specialist);
  add(postings, AccountKind::commission_revenue, {}, -money.to_us);
  return postings;
}

Postings returned_price(OrderMoney const& money, bool was_earned) {
  Postings postings;
  if (was_earned) {
    add(postings, AccountKind::specialist_payable, money.specialist.str(), money.to_specialist);
    add(postings, AccountKind::commission_revenue, {}, money.to_us);
  } else {
    add(postings, AccountKind::prepaid_specialist, money.order.str(), money.to_specialist);
    add(postings, AccountKind::prepaid_commission, money.order.str(), money.to_us);
  }
  add(postings, AccountKind::refund_due, money.order.str(), -money.price);
  return postings;
}

Postings given_as_goodwill(OrderMoney const& money) {
  return {{AccountKind::goodwill, {}, money.price}, {AccountKind::refund_due, money.order.str(), -money.price}};
}

Postings captured_in_error(OrderId order, Money amount, std::string const& gateway) {
  ENSURE(amount.is_positive());
  return {{AccountKind::acquirer, gateway, amount}, {AccountKind::refund_due, order.str(), -amount}};
}

Postings refund_sent(OrderId order, Money amount, std::string const& gateway) {
  ENSURE(amount.is_positive());
  return {{AccountKind::refund_due, order.str(), amount}, {AccountKind::acquirer, gateway, -amount}};
}

Postings fee_kept(Money fee, std::string const& gateway) {
  ENSURE(fee.is_positive());
  return {{AccountKind::gateway_fee, gateway, fee}, {AccountKind::acquirer, gateway, -fee}};
}

}  // namespace kelisim::orders
