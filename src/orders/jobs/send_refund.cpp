#include "jobs/payment_jobs.h"
#include "kernel/ensure.h"
#include "rules/polling.h"
#include "rules/refund_progress.h"
#include "rules/states.h"
#include "store/cases.h"
#include "store/orders.h"
#include "store/payments.h"
#include "store/refunds.h"
#include "use_cases/confirm_refund.h"

namespace kelisim::orders {
namespace {

struct Loaded {
  store::RefundRow refund;
  store::PaymentRow payment;
  Money confirmed_before;  ///< other refunds of this payment that have gone back
};

Loaded load(db::Tx& tx, RefundId id) {
  auto const refund = store::find_refund(tx, id);
  ENSURE(refund.has_value());
  Loaded loaded{*refund, store::payment(tx, refund->payment), Money::zero(refund->amount.currency())};
  for (auto const& other : store::refunds_of(tx, refund->payment)) {
    if (other.id != id && other.confirmed_at) loaded.confirmed_before = loaded.confirmed_before + other.amount;
  }
  ENSURE(loaded.payment.gateway_payment.has_value());
  return loaded;
}

void open_case(db::Tx& tx, PaymentDesk const& desk, CaseKind kind, store::RefundRow const& refund,
               std::string_view detail, Instant now) {
  store::open_case(tx, desk.random.id<store::CaseId>(now), kind, refund.id.view(), refund.order, detail, now);
}

void mark_sending(db::Tx& tx, store::RefundRow const& refund, Instant now) {
  (void)store::lock(tx, refund.order);
  auto const current = store::find_refund(tx, refund.id);
  auto const next = after(current->state, RefundEvent::sent);
  ENSURE(next.has_value());
  store::set_sending(tx, refund.id, now);
  store::note(tx, refund.order, now, "refund_sent", refund.id.view());
}

void mark_refused(db::Tx& tx, PaymentDesk const& desk, store::RefundRow const& refund, GatewayError const& error,
                  Instant now) {
  (void)store::lock(tx, refund.order);
  auto const current = store::find_refund(tx, refund.id);
  store::note(tx, refund.order, now, "refund_refused", refund.id.view(), error.code);
  if (current->tries < refund_refusals_max || !after(current->state, RefundEvent::refused)) return;
  store::set_stuck(tx, refund.id, now);
  open_case(tx, desk, CaseKind::refund_stuck, refund, error.code, now);
}

}  // namespace

jobs::JobResult send_refund(PaymentDesk const& desk, jobs::JobContext& job) {
  auto const id = job.id<RefundId>("refund");
  auto const now = job.now();
  auto& database = job.database();
  auto const confirm = [&](bool elsewhere) {
    database.write_now([&](db::Tx& tx) {
      auto const refund = store::find_refund(tx, id);
      if (elsewhere) open_case(tx, desk, CaseKind::refunded_elsewhere, *refund, "before we sent it", now);
      confirm_refund(tx, desk.settling(), id, now);
      job.finish(tx);
    });
    return jobs::JobResult::done();
  };
  auto const [refund, payment, before] = database.read_now([&](db::Tx& tx) { return load(tx, id); });
  if (refund.state == RefundState::confirmed) return jobs::JobResult::done();
  auto const later = jobs::JobResult::again(now + refund_pause(refund.tries, refund.state));

  // The gateway knows no key for refunds, so every try begins with the question whether it has happened already.
  auto const status =
      desk.gateway.status({.order_number = payment.id.str(), .gateway_payment = payment.gateway_payment});
  if (!status) return later;
  auto const progress = refund_progress({.amount = refund.amount,
                                         .confirmed_before = before,
                                         .tries = refund.tries,
                                         .sent_at = refund.sent_at,
                                         .order_number = payment.id.view()},
                                        *status, now);
  if (progress == RefundStep::gone_back) return confirm(refund.tries == 0);
  if (progress == RefundStep::wait) return later;
  if (progress == RefundStep::ask_staff) {
    database.write_now([&](db::Tx& tx) {
      open_case(tx, desk, CaseKind::refund_stuck, refund, "the gateway's status does not fit the refund", now);
    });
    return jobs::JobResult::again(now + refund_pause(refund.tries, RefundState::stuck));
  }

  database.write_now([&](db::Tx& tx) { mark_sending(tx, refund, now); });
  auto const answer = desk.gateway.refund({.gateway_payment = *payment.gateway_payment, .amount = refund.amount});
  if (answer && *answer == RefundProgress::done) return confirm(false);
  if (!answer && answer.error().trouble != GatewayTrouble::unknown) {
    database.write_now([&](db::Tx& tx) { mark_refused(tx, desk, refund, answer.error(), now); });
  }
  return jobs::JobResult::again(now + refund_pause(refund.tries + 1, refund.state));
}

}  // namespace kelisim::orders
