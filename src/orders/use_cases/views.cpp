#include "use_cases/views.h"

#include "ledger/ledger.h"
#include "store/refunds.h"

namespace kelisim::orders {

PaymentView view(store::PaymentRow const& payment) {
  auto const payable = payment.state == PaymentState::waiting_for_client;
  return {.id = payment.id,
          .order = payment.order,
          .state = payment.state,
          .amount = payment.price,
          .begun_at = payment.begun_at,
          .expires_at = payment.expires_at,
          .redirect_url = payable ? payment.redirect_url : std::nullopt,
          .failure = payment.purpose == Purpose::give_back ? PaymentFailure::wrong_amount : payment.failure};
}

OrderView view(db::Tx& tx, store::OrderRow const& order) {
  auto const currency = order.frozen ? order.frozen->price.currency() : Currency::KZT;
  OrderView view{.id = order.id,
                 .booking = order.booking,
                 .state = order.state,
                 .client = order.client,
                 .specialist = order.specialist,
                 .price = order.frozen ? std::optional(order.frozen->price) : std::nullopt,
                 .price_frozen_at = order.frozen ? std::optional(order.frozen->at) : std::nullopt,
                 .captured = Money::zero(currency),
                 .refund_due = -ledger::balance(tx, {ledger::AccountKind::refund_due, order.id.str(), currency}),
                 .refunded = Money::zero(currency),
                 .paid_at = order.paid_at,
                 .earned_at = order.earned_at};
  for (auto const& payment : store::payments_of(tx, order.id)) {
    if (payment.captured && payment.captured->currency() == currency)
      view.captured = view.captured + *payment.captured;
  }
  for (auto const& refund : store::refunds_of(tx, order.id)) {
    if (refund.confirmed_at && refund.amount.currency() == currency) view.refunded = view.refunded + refund.amount;
  }
  return view;
}

std::optional<OrderView> find_order(db::Tx& tx, OrderId order) {
  auto const row = store::find(tx, order);
  return row ? std::optional(view(tx, *row)) : std::nullopt;
}

std::optional<OrderView> find_order_of(db::Tx& tx, std::string_view booking) {
  auto const row = store::find_of(tx, booking);
  return row ? std::optional(view(tx, *row)) : std::nullopt;
}

std::optional<PaymentView> last_payment(db::Tx& tx, OrderId order) {
  auto const payments = store::payments_of(tx, order);
  return payments.empty() ? std::nullopt : std::optional(view(payments.back()));
}

std::optional<PaymentView> find_payment(db::Tx& tx, PaymentId payment) {
  auto const row = store::find_payment(tx, payment);
  return row ? std::optional(view(*row)) : std::nullopt;
}

}  // namespace kelisim::orders
