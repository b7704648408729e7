#include "job_names.h"
#include "kernel/ensure.h"
#include "orders/payment_jobs.h"
#include "orders/rules/price.h"
#include "store/orders.h"
#include "store/payments.h"
#include "use_cases/views.h"

namespace kelisim::orders {
namespace {

constexpr auto first_check_after = std::chrono::seconds(10);

std::optional<PaymentRefusal> refusal(store::OrderRow const& order, PaymentRequest const& request, Instant now) {
  if (order.state == OrderState::paid || order.state == OrderState::earned) return PaymentRefusal::already_paid;
  if (order.state != OrderState::open) return PaymentRefusal::order_ended;
  if (now >= request.expires_at) return PaymentRefusal::hold_over;
  return std::nullopt;
}

void enqueue_jobs(db::Tx& tx, PaymentId payment, Instant now) {
  jobs::Payload const payload{{"payment", payment.str()}};
  jobs::enqueue(tx, {.kind = std::string(job_names::init_payment),
                     .dedupe_key = job_names::key(job_names::init_payment, payment.view()),
                     .payload = payload,
                     .due_at = now});
  jobs::enqueue(tx, {.kind = std::string(job_names::check_payment),
                     .dedupe_key = job_names::key(job_names::check_payment, payment.view()),
                     .payload = payload,
                     .due_at = now + first_check_after});
}

}  // namespace

Result<PaymentView, PaymentRefusal> Orders::begin_payment(db::Tx& tx, OrderId id, PaymentRequest const& request,
                                                          Instant now) {
  ENSURE(request.price.is_positive());
  ENSURE(request.commission >= BasisPoints{0} && request.commission <= BasisPoints{10'000});
  auto order = store::lock(tx, id);
  auto const& terms = terms_.at(order.terms_version);
  ENSURE(terms.prepayment && terms.prepayment->percent.value == 100);
  ENSURE(terms.payment && terms.payment->payee.value == "provider");
  if (auto const no = refusal(order, request, now)) return Failure(*no);
  if (auto const running = store::running_payment(tx, id)) {
    hint(tx, running->id, now);
    return view(*running);
  }
  if (!order.frozen) {
    auto const split =
        split_price({.price = request.price, .commission_basis_points = request.commission.value}, terms);
    ENSURE(split.commission + split.specialist == request.price);
    order.frozen = store::FrozenPrice{request.price, split.commission, request.commission, now};
    store::freeze(tx, id, *order.frozen);
    store::note(tx, id, now, "price_frozen", {}, to_decimal(request.price));
  }
  auto const payment = random_.id<PaymentId>(now);
  store::insert(tx, payment, id, terms.payment->payee.value, order.frozen->price, request, now);
  store::note(tx, id, now, "payment_begun", payment.view());
  enqueue_jobs(tx, payment, now);
  return view(store::payment(tx, payment));
}

}  // namespace kelisim::orders
