#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

namespace kelisim::scheduling {

/// What rooms above (sessions) hear of, inside the transaction that does it.
class BookingEvents {
 public:
  BookingEvents() = default;
  BookingEvents(BookingEvents const&) = delete;
  BookingEvents& operator=(BookingEvents const&) = delete;
  virtual ~BookingEvents() = default;

  /// Paid, or moved to another start: the session will take place at booking.starts_at.
  virtual void appointed(db::Tx& tx, Booking const& booking, Instant now) = 0;
  /// It will not take place at the start that it had.
  virtual void called_off(db::Tx& tx, Booking const& booking, Instant now) = 0;
};

}  // namespace kelisim::scheduling
