#pragma once

#include "orders/card_gateway.h"
#include "orders/orders.h"

#include <string>

namespace kelisim::orders {

/// What settling needs beside the transaction.
struct Settling {
  Random& random;
  OrderEvents& events;
  std::string gateway;  ///< owner of the acquirer's account
  Duration refund_initiate;
};

/// Writes what our own status query said about a payment: its state, the postings, what follows for the order. Any
/// number of reports in any order end in the same state (I7): a capture is written once and never unwritten.
void settle(db::Tx& tx, Settling const& with, PaymentId payment, StatusReport const& report, Instant now);

/// Nothing was captured and the gateway cannot be asked, or has said no.
void give_up(db::Tx& tx, Settling const& with, PaymentId payment, PaymentFailure failure, Instant now);

}  // namespace kelisim::orders
