#include "sessions/record.h"

#include "kernel/ensure.h"
#include "sessions/rules/attendance.h"
#include "sessions/rules/room_admission.h"
#include "sessions/sessions.h"
#include "store/connections.h"
#include "store/outcomes.h"
#include "store/presences.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/parse.hpp>

namespace kelisim::sessions {
namespace {

/// What close_session wrote into the signed record: the verdict among other members.
ConnectionOnRecord verdict_in(std::string const& body) {
  auto const verdict = boost::json::parse(body).at("verdict");
  auto const seconds = [&](char const* name) { return verdict.at(name).to_number<std::int64_t>(); };
  auto side = FailureSide::none;
  ENSURE(boost::describe::enum_from_string(verdict.at("side").as_string().c_str(), side));
  return {.side = side,
          .service_seconds = seconds("service_seconds"),
          .specialist_seconds = seconds("specialist_seconds"),
          .client_seconds = seconds("client_seconds"),
          .disputed_seconds = seconds("disputed_seconds")};
}

}  // namespace

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
                         .specialist_equipment = store::last_check(tx, booking, scheduling::Party::specialist),
                         .connection = std::nullopt};
  if (auto const outcome = store::outcome_of(tx, booking)) {
    record.ended_at = outcome->ended_at;
    record.attendance = outcome->attendance;
  }
  if (auto const sealed = store::record_of_session(tx, booking)) record.connection = verdict_in(sealed->body);
  for (auto const& stay : store::record_of(tx, booking)) {
    record.stays.push_back({stay.side, stay.joined_at, stay.left_at, stay.reason});
  }
  return record;
}

void end_stale_stays(db::Tx& tx) { store::end_stale_stays(tx); }

}  // namespace kelisim::sessions
