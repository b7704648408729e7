#pragma once

#include "use_cases/settle_payment.h"

namespace kelisim::orders {

/// The gateway has confirmed: postings, the order's end, the event. A repeat does nothing.
void confirm_refund(db::Tx& tx, Settling const& with, RefundId refund, Instant now);

}  // namespace kelisim::orders
