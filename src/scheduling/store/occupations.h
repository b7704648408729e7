#pragma once

#include "scheduling/engagements.h"

#include <optional>
#include <vector>

/// The time that live bookings and engagements take. The database keeps two of one specialist apart whatever the code
/// does: an exclusion constraint on PostgreSQL, a trigger on SQLite.
namespace kelisim::scheduling::store {

/// Takes the booking's time, buffer included, until `expires_at` or for good. False when it overlaps another's.
[[nodiscard]] bool occupy(db::Tx& tx, Booking const& booking, std::optional<Instant> expires_at);
struct EngagedTime {
  std::string_view engagement;
  PersonId specialist;
  Interval when;
  Instant busy_until;  ///< with the buffer
};
/// The same for good, for what is no booking.
[[nodiscard]] bool occupy(db::Tx& tx, EngagedTime const& time);
void vacate_engagement(db::Tx& tx, std::string_view engagement);
/// What takes time of the specialist in `window`, buffers included: a booking before an engagement. Holds that are
/// over count until they are ended.
[[nodiscard]] std::optional<TakenBy> taken_by(db::Tx& tx, PersonId specialist, Interval window);

/// False when the booking held no time.
bool vacate(db::Tx& tx, BookingId booking);
/// The hold becomes lasting. False when the booking holds no time any more.
[[nodiscard]] bool keep(db::Tx& tx, BookingId booking);

/// The sessions and engagements of the specialist that take time around `window` at `now`; holds that are over take
/// none. Those of `except` are passed over.
[[nodiscard]] std::vector<Interval> taken(db::Tx& tx, PersonId specialist, Interval window, Instant now,
                                          std::optional<BookingId> except = std::nullopt);

/// Holds that were over at `now` and still stand, of one specialist around `window`.
[[nodiscard]] std::vector<BookingId> overdue_holds(db::Tx& tx, PersonId specialist, Interval window, Instant now);
/// The same of anybody, at most `limit`, oldest first.
[[nodiscard]] std::vector<BookingId> overdue_holds(db::Tx& tx, Instant now, int limit);

}  // namespace kelisim::scheduling::store
