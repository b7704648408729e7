#pragma once

#include "orders/orders.h"
#include "rules/postings.h"
#include "store/orders.h"
#include "store/payments.h"

namespace kelisim::orders {

/// Everything here runs under the order's lock.

struct Returning {
  Random& random;
  Duration refund_initiate;  ///< as for Orders
};

/// A refund of a captured payment, the promise that it is and the job that sends it. More than what is left of the
/// capture is a bug (I9).
RefundId open_refund(db::Tx& tx, Returning const& with, store::PaymentRow const& payment, Money amount,
                     Ground const& ground, Instant now);

/// The price goes back whole: postings by clause, the refund, the order's new state. The order is paid or earned.
Money give_price_back(db::Tx& tx, Returning const& with, store::OrderRow const& order, Ground const& ground,
                      Instant now);

/// The same of an earned order, and what was earned stays so (rules/postings.h, given_as_goodwill).
Money give_price_as_goodwill(db::Tx& tx, Returning const& with, store::OrderRow const& order, Ground const& ground,
                             Instant now);

/// The key of the promise; kept when the gateway has confirmed the refund.
[[nodiscard]] std::string refund_promise(RefundId refund);

}  // namespace kelisim::orders
