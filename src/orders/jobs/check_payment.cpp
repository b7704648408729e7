#include "jobs/payment_jobs.h"
#include "rules/polling.h"
#include "store/cases.h"
#include "store/payments.h"

namespace kelisim::orders {
namespace {

void record(db::Tx& tx, PaymentDesk const& desk, store::PaymentRow const& payment,
            GatewayAnswer<StatusReport> const& answer, Instant now) {
  if (answer) return settle(tx, desk.settling(), payment.id, *answer, now);
  if (answer.error().trouble != GatewayTrouble::merchant_error) return;
  store::open_case(tx, desk.random.id<store::CaseId>(now), CaseKind::gateway_settings, payment.id.view(),
                   payment.order, answer.error().code, now);
}

}  // namespace

jobs::JobResult check_payment(PaymentDesk const& desk, jobs::JobContext& job) {
  auto const id = job.id<PaymentId>("payment");
  auto const now = job.now();
  auto& database = job.database();
  auto const asked = database.read_now([&](db::Tx& tx) { return store::payment(tx, id); });
  auto const answer = desk.gateway.status({.order_number = id.str(), .gateway_payment = asked.gateway_payment});
  auto const payment = database.write_now([&](db::Tx& tx) {
    record(tx, desk, asked, answer, now);
    return store::payment(tx, id);
  });
  auto const next = next_check({.state = payment.state,
                                .begun_at = payment.begun_at,
                                .expires_at = payment.expires_at,
                                .answered = answer.has_value()},
                               now);
  return next ? jobs::JobResult::again(*next) : jobs::JobResult::done();
}

}  // namespace kelisim::orders
