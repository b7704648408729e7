#include "sessions/record.h"

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

SessionOnRecord session_on_record(db::Tx& tx, scheduling::BookingId booking) {
  SessionOnRecord record{.ended_at = std::nullopt,
                         .attendance = std::nullopt,
                         .stays = {},
                         .client_equipment = store::last_check(tx, booking, scheduling::Party::client),
                         .specialist_equipment = store::last_check(tx, booking, scheduling::Party::specialist)};
  if (auto const outcome = store::outcome_of(tx, booking)) {
    record.ended_at = outcome->ended_at;
    record.attendance = outcome->attendance;
  }
  for (auto const& stay : store::record_of(tx, booking)) {
    record.stays.push_back({stay.side, stay.joined_at, stay.left_at, stay.reason});
  }
  return record;
}

void end_stale_stays(db::Tx& tx) { store::end_stale_stays(tx); }

}  // namespace kelisim::sessions
