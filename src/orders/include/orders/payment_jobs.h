#pragma once

#include "orders/card_gateway.h"
#include "orders/orders.h"
#include "platform/db/tx.h"
#include "platform/jobs/runner.h"

namespace kelisim::orders {

/// Registers `orders.init_payment`, `orders.check_payment`, `orders.send_refund`. They talk to the gateway
/// outside of transactions and then settle in one. All of them live as long as the runner. `refund_initiate` as for
/// Orders.
void add_jobs(jobs::JobRunner& runner, Random& random, CardGateway& gateway, OrderEvents& events,
              Duration refund_initiate);

/// Somebody says that something happened to this payment: our own status query is made at once instead of later. A
/// repeat, a lie or an unknown payment changes nothing. False when there is no such payment.
bool hint(db::Tx& tx, PaymentId payment, Instant now);

}  // namespace kelisim::orders
