#pragma once

#include "sessions/rules/attendance.h"
#include "sessions/rules/room_admission.h"
#include "sessions/sessions.h"
#include "store/presences.h"

#include <boost/describe.hpp>

namespace kelisim::sessions {

/// Who has been in the room of this session.
[[nodiscard]] std::vector<Stay> stays_in(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking);

/// May this person come in now? Nobody but the two of the booking learns that it exists.
[[nodiscard]] Result<JoinAdmitted, JoinRefused> ask_to_join(db::Tx& tx, Parts const& parts,
                                                            scheduling::Booking const&, PersonId person, Instant now);

/// What the two in the room are shown, as of their joins so far.
struct RoomTimes {
  scheduling::Interval booked;
  Instant ends_at;                            ///< with what the specialist's lateness has added
  std::optional<Instant> specialist_came_at;  ///< the first join, where it counts
};
[[nodiscard]] RoomTimes room_times(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking);

/// A bad line comes again every few seconds; more often than this only a program does, and each join is a row that
/// every view of the booking reads.
inline constexpr int joins_a_minute_max = 20;
[[nodiscard]] bool joins_too_often(db::Tx& tx, scheduling::BookingId booking, scheduling::Party side, Instant now);

/// Why nobody sits in a room any more, or somebody who was admitted at its door is not let in after all.
enum class RoomShut : std::uint8_t { cancelled = 1, moved = 2, ended = 3, joins_too_often = 4 };
BOOST_DESCRIBE_ENUM(RoomShut, cancelled, moved, ended, joins_too_often)

/// Asks once more what the door asked, and writes the join. The first join of a late specialist moves the end; where
/// that runs into the specialist's next booking, its client is told (HAR-3.9d).
[[nodiscard]] Result<RoomTimes, RoomShut> join_room(db::Tx& tx, Parts const& parts, store::NewStay const& stay);

/// Of a room in which somebody sits. Who is there at the end is not sent away by it: the clock does that.
[[nodiscard]] Result<RoomTimes, RoomShut> times_of_open_room(db::Tx& tx, Parts const& parts,
                                                             scheduling::BookingId booking, Instant now);

}  // namespace kelisim::sessions
