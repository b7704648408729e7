#include "store/bookings.h"
#include "scheduling/scheduling.h"
#include "store/practices.h"

namespace kelisim::scheduling {

void finish_booking(db::Tx& tx, BookingId booking, Instant now) {
  store::change_state(tx, booking, BookingState::confirmed, BookingState::finished, now);
}

std::optional<Booking> next_booking(db::Tx& tx, PersonId specialist, Instant from) {
  return store::next_confirmed(tx, specialist, from);
}

std::optional<Booking> nearest_booking(db::Tx& tx, PersonId client, Instant now) {
  return store::nearest(tx, client, now);
}

bool open_practice(db::Tx& tx, NewPractice const& practice, Instant now) {
  if (!store::insert_practice(tx, practice.specialist, practice.zone, practice.duration, now)) return false;
  std::vector<WeeklyHours> week;
  for (auto const& hours : practice.week) week.push_back({hours.weekday, hours.from, hours.to});
  store::replace_week(tx, practice.specialist, week);
  return true;
}

}  // namespace kelisim::scheduling
