#include "use_cases/give_back.h"

#include "job_names.h"
#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "rules/postings.h"
#include "rules/states.h"
#include "store/refunds.h"
#include "use_cases/order_money.h"

namespace kelisim::orders {

RefundId open_refund(db::Tx& tx, Random& random, store::PaymentRow const& payment, Money amount, Ground const& ground,
                     Instant now) {
  ENSURE(amount.is_positive());
  ENSURE(payment.captured.has_value());
  auto left = *payment.captured;
  for (auto const& earlier : store::refunds_of(tx, payment.id)) left = left - earlier.amount;
  ENSURE(amount <= left);
  auto const refund = random.id<RefundId>(now);
  store::insert(tx, refund, payment.id, payment.order, amount, ground, now);
  jobs::enqueue(tx, {.kind = std::string(job_names::send_refund),
                     .dedupe_key = job_names::key(job_names::send_refund, refund.view()),
                     .payload = {{"refund", refund.str()}},
                     .due_at = now});
  store::note(tx, payment.order, now, "refund_requested", refund.view(), to_decimal(amount));
  return refund;
}

Money give_price_back(db::Tx& tx, Random& random, store::OrderRow const& order, Ground const& ground, Instant now) {
  auto const next = after(order.state, OrderEvent::return_begun);
  ENSURE(next.has_value());
  auto const payment = store::paying_payment(tx, order.id);
  ENSURE(payment.has_value());
  auto const money = money_of(order);
  auto const refund = open_refund(tx, random, *payment, money.price, ground, now);
  ledger::post(tx, {.kind = ledger::TransactionKind::refund,
                    .ref = refund.str(),
                    .at = now,
                    .order = order.id.str(),
                    .clause = ground.clause,
                    .decision = ground.decision,
                    .postings = returned_price(money, order.state == OrderState::earned)});
  store::set_state(tx, order.id, *next);
  return money.price;
}

}  // namespace kelisim::orders
