#include "sessions/rules/attendance.h"
#include "sessions/rules/room_admission.h"
#include "sessions/sessions.h"
#include "store/outcomes.h"
#include "store/presences.h"

namespace kelisim::sessions {

scheduling::SessionView SessionRecord::about(db::Tx& tx, scheduling::Booking const& booking, scheduling::Party side,
                                             Instant now) const {
  auto const& terms = brand_.terms.at(booking.terms_version);
  auto const lead = brand_.scheduling.room_opens;
  auto const door_opens_at = room_opens_at(booking.starts_at, lead, terms);
  auto const end =
      session_end({{booking.starts_at, booking.ends_at}, store::stays_of(tx, booking.id, door_opens_at)}, terms);
  auto const admitted = admit_to_room({.is_client_of_booking = side == scheduling::Party::client,
                                       .is_specialist_of_booking = side == scheduling::Party::specialist,
                                       .state = booking.state,
                                       .starts_at = booking.starts_at,
                                       .ends_at = end.ends_at,
                                       .opens_seconds = std::chrono::floor<std::chrono::seconds>(lead).count(),
                                       .now = now},
                                      terms);
  scheduling::SessionView view{.room_opens_at = door_opens_at,
                               .may_join = admitted.has_value(),
                               .ends_at = end.ends_at,
                               .outcome = std::nullopt,
                               .equipment = store::last_check(tx, booking.id, side)};
  if (auto const outcome = store::outcome_of(tx, booking.id)) {
    view.outcome = scheduling::SessionOutcome{outcome->attendance, outcome->clause};
  }
  return view;
}

void end_stale_stays(db::Tx& tx) { store::end_stale_stays(tx); }

}  // namespace kelisim::sessions
