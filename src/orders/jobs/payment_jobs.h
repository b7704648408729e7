#pragma once

#include "orders/card_gateway.h"
#include "orders/payment_jobs.h"
#include "platform/jobs/runner.h"
#include "use_cases/settle_payment.h"

namespace kelisim::orders {

/// What the handlers share. Each handler asks the gateway outside of any transaction and then writes.
struct PaymentDesk {
  Random& random;
  CardGateway& gateway;
  OrderEvents& events;
  Duration refund_initiate;

  [[nodiscard]] Settling settling() const { return {random, events, gateway.name(), refund_initiate}; }
};

jobs::JobResult init_payment(PaymentDesk const& desk, jobs::JobContext& job);
jobs::JobResult check_payment(PaymentDesk const& desk, jobs::JobContext& job);
jobs::JobResult send_refund(PaymentDesk const& desk, jobs::JobContext& job);

}  // namespace kelisim::orders
