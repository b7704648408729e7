#include "jobs/payment_jobs.h"
#include "rules/states.h"
#include "store/cases.h"
#include "store/orders.h"
#include "store/payments.h"

namespace kelisim::orders {
namespace {

constexpr auto pause = std::chrono::seconds(3);

/// The state under the order's lock, moved to `preparing` if it was `created`.
store::PaymentRow hand_over(db::Tx& tx, PaymentId id, OrderId order, Instant now) {
  (void)store::lock(tx, order);
  auto payment = store::payment(tx, id);
  if (auto const next = after(payment.state, PaymentEvent::handed_over)) {
    store::set_state(tx, id, *next, now);
    store::note(tx, order, now, "payment_prepared", id.view());
    payment.state = *next;
  }
  return payment;
}

void show_page(db::Tx& tx, store::PaymentRow const& handed, InitAccepted const& page, Instant now) {
  (void)store::lock(tx, handed.order);
  auto const payment = store::payment(tx, handed.id);
  if (!after(payment.state, PaymentEvent::page_ready)) return;
  store::set_page(tx, payment.id, page.gateway_payment, page.redirect_url, now);
  store::note(tx, payment.order, now, "payment_page_ready", payment.id.view());
}

void refuse(db::Tx& tx, PaymentDesk const& desk, store::PaymentRow const& payment, GatewayError const& error,
            Instant now) {
  if (error.trouble == GatewayTrouble::merchant_error) {
    store::open_case(tx, desk.random.id<store::CaseId>(now), CaseKind::gateway_settings, payment.id.view(),
                     payment.order, error.code, now);
  }
  store::note(tx, payment.order, now, "payment_refused", payment.id.view(), error.code);
  give_up(tx, desk.settling(), payment.id, PaymentFailure::unavailable, now);
}

InitRequest request_of(store::PaymentRow const& payment, Instant now) {
  return {.order_number = payment.id.str(),
          .idempotency_key = payment.id.str(),
          .amount = payment.price,
          .description = payment.description,
          .language = payment.language,
          .lifetime = payment.expires_at - now,
          .return_path = payment.return_path};
}

}  // namespace

jobs::JobResult init_payment(PaymentDesk const& desk, jobs::JobContext& job) {
  auto const id = job.id<PaymentId>("payment");
  auto const now = job.now();
  auto& database = job.database();
  auto const end_with = [&](auto&& effect) {
    database.write_now([&](db::Tx& tx) {
      effect(tx);
      job.finish(tx);
    });
    return jobs::JobResult::done();
  };
  auto const before = database.read_now([&](db::Tx& tx) { return store::payment(tx, id); });
  auto const begun = before.state == PaymentState::created || before.state == PaymentState::preparing;
  if (!begun) return jobs::JobResult::done();
  if (now >= before.expires_at) {
    // An attempt that the gateway may know of is left to check_payment, which asks before it gives up.
    if (before.state == PaymentState::preparing) return jobs::JobResult::done();
    return end_with([&](db::Tx& tx) { give_up(tx, desk.settling(), id, PaymentFailure::expired, now); });
  }
  if (before.state == PaymentState::preparing) {
    auto const status = desk.gateway.status({.order_number = id.str(), .gateway_payment = before.gateway_payment});
    if (!status) return jobs::JobResult::again(now + pause);
    if (status->state == GatewayPaymentState::captured || status->state == GatewayPaymentState::failed) {
      return end_with([&](db::Tx& tx) { settle(tx, desk.settling(), id, *status, now); });
    }
  }
  auto const payment = database.write_now([&](db::Tx& tx) { return hand_over(tx, id, before.order, now); });
  if (payment.state != PaymentState::preparing) return jobs::JobResult::done();
  auto const answer = desk.gateway.init(request_of(payment, now));
  if (answer) return end_with([&](db::Tx& tx) { show_page(tx, payment, *answer, now); });
  if (answer.error().trouble == GatewayTrouble::unknown) return jobs::JobResult::again(now + pause);
  return end_with([&](db::Tx& tx) { refuse(tx, desk, payment, answer.error(), now); });
}

}  // namespace kelisim::orders
