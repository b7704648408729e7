#include "use_cases/holds.h"

#include "kernel/ensure.h"
#include "store/bookings.h"
#include "store/occupations.h"

namespace kelisim::scheduling {

namespace {

void end_hold(db::Tx& tx, Parts const& parts, Booking const& booking, BookingState as, Instant now) {
  store::change_state(tx, booking.id, BookingState::held, as, now);
  ENSURE(store::vacate(tx, booking.id));
  parts.orders.close(tx, booking.order, now);
}

void expire(db::Tx& tx, Parts const& parts, std::vector<BookingId> const& overdue, Instant now) {
  for (auto const& id : overdue) {
    auto const booking = store::lock_booking(tx, id);
    ENSURE(booking.has_value());
    if (booking->state != BookingState::held) continue;  // paid or let go while we came
    end_hold(tx, parts, *booking, BookingState::expired, now);
  }
}

}  // namespace

void expire_holds_around(db::Tx& tx, Parts const& parts, PersonId specialist, Interval window, Instant now) {
  expire(tx, parts, store::overdue_holds(tx, specialist, window, now), now);
}

int expire_holds(db::Tx& tx, Parts const& parts, Instant now, int limit) {
  auto const overdue = store::overdue_holds(tx, now, limit);
  expire(tx, parts, overdue, now);
  return static_cast<int>(overdue.size());
}

void release_hold(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now) {
  end_hold(tx, parts, booking, BookingState::released, now);
}

}  // namespace kelisim::scheduling
