#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <string>

namespace kelisim::sessions {

/// What a session's record needs to know of claims. Implemented by claims; each call works in the caller's
/// transaction.
class ServiceClaims {
 public:
  ServiceClaims() = default;
  ServiceClaims(ServiceClaims const&) = delete;
  ServiceClaims& operator=(ServiceClaims const&) = delete;
  virtual ~ServiceClaims() = default;

  /// A claim is open, or was found founded: nothing is accepted by time, and nothing is earned (HAR-3.10b,
  /// HAR-3.10e).
  [[nodiscard]] virtual bool holds_back(db::Tx& tx, scheduling::BookingId booking) const = 0;
  /// The time for claims is over without one: the services count as accepted (HAR-3.10a). Gives the decision's id;
  /// asked again it gives the same.
  [[nodiscard]] virtual std::string accept(db::Tx& tx, scheduling::Booking const& booking, Instant ended_at,
                                           Instant now) = 0;
};

}  // namespace kelisim::sessions
