#pragma once

#include "scheduling/booking.h"

#include <optional>
#include <vector>

namespace kelisim::scheduling::store {

/// The booking as it stands, kept from changing under us until the transaction ends. Asked before a decision about
/// it.
[[nodiscard]] std::optional<Booking> lock_booking(db::Tx& tx, BookingId id);
/// The same if `person` is one of its two.
[[nodiscard]] std::optional<OwnBooking> lock_own_booking(db::Tx& tx, BookingId id, PersonId person);

void insert_booking(db::Tx& tx, Booking const& booking);

/// Goes from one state to another; a booking that is not in `from` is a bug.
void change_state(db::Tx& tx, BookingId id, BookingState from, BookingState to, Instant now);
/// held, expired or cancelled → confirmed.
void confirm(db::Tx& tx, BookingId id, BookingState from, Instant at);
void set_times(db::Tx& tx, Booking const& booking, Instant now);

/// A held booking comes under another edition of the offer; one in another state is a bug.
void rebind(db::Tx& tx, BookingId id, std::string_view terms_version, Instant now);

/// The booking that an order was opened for (not its free repeat).
[[nodiscard]] std::optional<Booking> find_by_order(db::Tx& tx, orders::OrderId order);
[[nodiscard]] std::optional<BookingId> find_repeat(db::Tx& tx, BookingId of);

/// All that are given must hold; a client and a specialist are not asked for together.
struct BookingFilter {
  std::optional<PersonId> client = std::nullopt;
  std::optional<PersonId> specialist = std::nullopt;
  std::optional<BookingState> state = std::nullopt;
  std::optional<BookingId> before = std::nullopt;  ///< the last of the page before
  int limit = 50;
};
/// Newest made first.
[[nodiscard]] std::vector<Booking> list_bookings(db::Tx& tx, BookingFilter const& filter);
/// Held, confirmed and expired bookings of the client that start after `now`, by start: what may still be held or
/// paid.
[[nodiscard]] std::vector<Booking> ahead_of(db::Tx& tx, PersonId client, Instant now);
/// Confirmed, finished or held bookings of the specialist that touch `around`, by start.
[[nodiscard]] std::vector<Booking> calendar(db::Tx& tx, PersonId specialist, Interval around);
/// The first confirmed booking of the specialist that starts at or after `from`.
[[nodiscard]] std::optional<Booking> next_confirmed(db::Tx& tx, PersonId specialist, Instant from);

/// Confirmed and not over, the earliest; else the latest that was confirmed or held.
[[nodiscard]] std::optional<Booking> nearest(db::Tx& tx, PersonId client, Instant now);

/// The client's requests to hold a slot take turns from here to the end of their transactions. Asked before the live
/// holds are counted.
void lock_holds(db::Tx& tx, PersonId client);
[[nodiscard]] std::int64_t count_live_holds(db::Tx& tx, PersonId client, Instant now);

}  // namespace kelisim::scheduling::store
