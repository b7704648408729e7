#include "use_cases/join_room.h"

#include "kernel/ensure.h"

namespace kelisim::sessions {
namespace {

using scheduling::Booking;
using scheduling::Party;

void tell_next_client(db::Tx& tx, Parts const& parts, Booking const& booking, SessionEnd const& end, Instant now) {
  auto const next = scheduling::next_booking(tx, booking.specialist, booking.ends_at);
  if (!next) return;
  auto const& terms = parts.brand.terms.at(next->terms_version);
  auto const delay = delay_of_next({booking.starts_at, booking.ends_at}, end, next->starts_at, terms);
  if (!delay) return;
  parts.notices.request(tx, now,
                        {.kind = scheduling::BookingNoticeKind::specialist_late,
                         .booking = next->id,
                         .to = next->client,
                         .starts_at = next->starts_at,
                         .clause = std::string(delay->because.number),
                         .until = end.ends_at});
}

RoomShut shut_for(JoinRefusal why) {
  switch (why) {
    case JoinRefusal::not_confirmed:
      return RoomShut::cancelled;
    case JoinRefusal::too_early:
      return RoomShut::moved;
    case JoinRefusal::ended:
    case JoinRefusal::not_a_party:
      return RoomShut::ended;
  }
  return RoomShut::ended;
}

constexpr Duration minute = std::chrono::minutes(1);

}  // namespace

std::vector<Stay> stays_in(db::Tx& tx, Parts const& parts, Booking const& booking) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  return store::stays_of(tx, booking.id, room_opens_at(booking.starts_at, parts.brand.scheduling.room_opens, terms));
}

Result<JoinAdmitted, JoinRefused> ask_to_join(db::Tx& tx, Parts const& parts, Booking const& booking, PersonId person,
                                              Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const lead = std::chrono::floor<std::chrono::seconds>(parts.brand.scheduling.room_opens);
  return admit_to_room({.is_client_of_booking = person == booking.client,
                        .is_specialist_of_booking = person == booking.specialist,
                        .state = booking.state,
                        .starts_at = booking.starts_at,
                        .ends_at = room_times(tx, parts, booking).ends_at,
                        .opens_seconds = lead.count(),
                        .now = now},
                       terms);
}

RoomTimes room_times(db::Tx& tx, Parts const& parts, Booking const& booking) {
  scheduling::Interval const booked{booking.starts_at, booking.ends_at};
  auto const stays = stays_in(tx, parts, booking);
  auto const end = session_end({booked, stays}, parts.brand.terms.at(booking.terms_version));
  RoomTimes times{booked, end.ends_at, std::nullopt};
  auto const came = std::ranges::find(stays, Party::specialist, &Stay::who);
  if (came != stays.end() && came->joined_at < booked.ends_at) times.specialist_came_at = came->joined_at;
  return times;
}

bool joins_too_often(db::Tx& tx, scheduling::BookingId booking, Party side, Instant now) {
  return store::joins_since(tx, booking, side, now - minute) >= joins_a_minute_max;
}

Result<RoomTimes, RoomShut> times_of_open_room(db::Tx& tx, Parts const& parts, scheduling::BookingId id,
                                               Instant now) {
  auto const booking = scheduling::find_booking(tx, id);
  ENSURE(booking.has_value());
  auto const admitted = ask_to_join(tx, parts, *booking, booking->client, now);
  if (!admitted && admitted.error().why != JoinRefusal::ended) return Failure(shut_for(admitted.error().why));
  return room_times(tx, parts, *booking);
}

Result<RoomTimes, RoomShut> join_room(db::Tx& tx, Parts const& parts, store::NewStay const& stay) {
  store::lock_joins(tx, stay.booking);
  auto const booking = scheduling::find_booking(tx, stay.booking);
  ENSURE(booking.has_value());
  if (auto const admitted = ask_to_join(tx, parts, *booking, stay.person, stay.joined_at); !admitted) {
    return Failure(shut_for(admitted.error().why));
  }
  if (joins_too_often(tx, stay.booking, stay.side, stay.joined_at)) return Failure(RoomShut::joins_too_often);
  auto const before = room_times(tx, parts, *booking);
  store::insert_stay(tx, stay);
  auto const after = room_times(tx, parts, *booking);
  if (after.ends_at != before.ends_at) {
    auto const& terms = parts.brand.terms.at(booking->terms_version);
    tell_next_client(tx, parts, *booking, session_end({after.booked, stays_in(tx, parts, *booking)}, terms),
                     stay.joined_at);
  }
  return after;
}

}  // namespace kelisim::sessions
