#pragma once

#include "orders/orders.h"
#include "store/orders.h"
#include "store/payments.h"

namespace kelisim::orders {

/// Everything here runs under the order's lock.

/// A refund of a captured payment and the job that sends it. More than what is left of the capture is a bug (I9).
RefundId open_refund(db::Tx& tx, Random& random, store::PaymentRow const& payment, Money amount, Ground const& ground,
                     Instant now);

/// The price goes back whole: postings by clause, the refund, the order's new state. The order is paid or earned.
Money give_price_back(db::Tx& tx, Random& random, store::OrderRow const& order, Ground const& ground, Instant now);

}  // namespace kelisim::orders
