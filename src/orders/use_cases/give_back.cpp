#include "use_cases/give_back.h"

#include "job_names.h"
#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "obligations/obligations.h"
#include "rules/postings.h"
#include "rules/states.h"
#include "store/orders.h"
#include "store/refunds.h"
#include "use_cases/order_money.h"

#include <fmt/format.h>

namespace kelisim::orders {
namespace {

/// HAR-8.7c: "Refund through the same gateway to the original means of payment, once per ground."
void promise_refund(db::Tx& tx, Returning const& with, store::PaymentRow const& payment, RefundId refund,
                    Money amount, Ground const& ground, Instant now) {
  auto const order = store::find(tx, payment.order);
  ENSURE(order.has_value());
  auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(with.refund_initiate).count();
  obligations::undertake(tx, with.random,
                         {.kind = "orders.refund",
                          .subject = order->id.str(),
                          .person = order->client,
                          .clause = ground.clause,
                          .terms_version = order->terms_version,
                          .owner = obligations::Owner::system,
                          .due = terms::minutes_after(now, minutes),
                          .arose_at = now,
                          .dedupe_key = refund_promise(refund),
                          .amount = amount});
}

}  // namespace

std::string refund_promise(RefundId refund) { return fmt::format("orders.refund:{}", refund.view()); }

RefundId open_refund(db::Tx& tx, Returning const& with, store::PaymentRow const& payment, Money amount,
                     Ground const& ground, Instant now) {
  ENSURE(amount.is_positive());
  ENSURE(payment.captured.has_value());
  auto left = *payment.captured;
  for (auto const& earlier : store::refunds_of(tx, payment.id)) left = left - earlier.amount;
  ENSURE(amount <= left);
  auto const refund = with.random.id<RefundId>(now);
  store::insert(tx, refund, payment.id, payment.order, amount, ground, now);
  jobs::enqueue(tx, {.kind = std::string(job_names::send_refund),
                     .dedupe_key = job_names::key(job_names::send_refund, refund.view()),
                     .payload = {{"refund", refund.str()}},
                     .due_at = now});
  store::note(tx, payment.order, now, "refund_requested", refund.view(), to_decimal(amount));
  promise_refund(tx, with, payment, refund, amount, ground, now);
  return refund;
}

namespace {

Money give(db::Tx& tx, Returning const& with, store::OrderRow const& order, std::vector<ledger::Posting> postings,
           Ground const& ground, Instant now) {
  auto const next = after(order.state, OrderEvent::return_begun);
  ENSURE(next.has_value());
  auto const payment = store::paying_payment(tx, order.id);
  ENSURE(payment.has_value());
  auto const price = money_of(order).price;
  auto const refund = open_refund(tx, with, *payment, price, ground, now);
  ledger::post(tx, {.kind = ledger::TransactionKind::refund,
                    .ref = refund.str(),
                    .at = now,
                    .order = order.id.str(),
                    .clause = ground.clause,
                    .decision = ground.decision,
                    .postings = std::move(postings)});
  store::set_state(tx, order.id, *next, now);
  return price;
}

}  // namespace

Money give_price_back(db::Tx& tx, Returning const& with, store::OrderRow const& order, Ground const& ground,
                      Instant now) {
  return give(tx, with, order, returned_price(money_of(order), order.state == OrderState::earned), ground, now);
}

Money give_price_as_goodwill(db::Tx& tx, Returning const& with, store::OrderRow const& order, Ground const& ground,
                             Instant now) {
  ENSURE(order.state == OrderState::earned);
  return give(tx, with, order, given_as_goodwill(money_of(order)), ground, now);
}

}  // namespace kelisim::orders
