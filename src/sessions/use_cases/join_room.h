#pragma once

#include "sessions/rules/attendance.h"
#include "sessions/rules/room_admission.h"
#include "sessions/sessions.h"
#include "store/presences.h"

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

/// Writes the join. The first join of a late specialist moves the end; where that runs into the specialist's next
/// booking, its client is told (HAR-3.9d).
[[nodiscard]] RoomTimes join_room(db::Tx& tx, Parts const& parts, store::NewStay const& stay);

}  // namespace kelisim::sessions
