#include "jobs/payment_jobs.h"

#include "job_names.h"
#include "store/payments.h"

#include <fmt/format.h>

namespace kelisim::orders {

void add_jobs(jobs::JobRunner& runner, Random& random, CardGateway& gateway, OrderEvents& events,
              Duration refund_initiate) {
  PaymentDesk const desk{random, gateway, events, refund_initiate};
  runner.on(std::string(job_names::init_payment), [desk](jobs::JobContext& job) { return init_payment(desk, job); });
  runner.on(std::string(job_names::check_payment),
            [desk](jobs::JobContext& job) { return check_payment(desk, job); });
  runner.on(std::string(job_names::send_refund), [desk](jobs::JobContext& job) { return send_refund(desk, job); });
}

bool hint(db::Tx& tx, PaymentId payment, Instant now) {
  if (!store::find_payment(tx, payment)) return false;
  auto const key = job_names::key(job_names::check_payment, payment.view());
  if (jobs::reschedule(tx, key, now)) return true;
  // The polling has ended; one look a minute is enough for whoever still speaks of this payment.
  constexpr std::int64_t minute_us = 60'000'000;
  jobs::enqueue(tx, {.kind = std::string(job_names::check_payment),
                     .dedupe_key = fmt::format("{}:{}", key, now.micros / minute_us),
                     .payload = {{"payment", payment.str()}},
                     .due_at = now});
  return true;
}

}  // namespace kelisim::orders
