#include "use_cases/close_session.h"

#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "orders/rules/earning.h"
#include "platform/jobs/jobs.h"
#include "sessions/rules/attendance.h"
#include "sessions/rules/connection.h"
#include "sessions/sealed_record.h"
#include "store/connections.h"
#include "store/outcomes.h"
#include "store/presences.h"
#include "use_cases/join_room.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::sessions {
namespace {

using scheduling::Booking;
using scheduling::BookingNoticeKind;

/// How long a claim that was received in time may wait for its turn to be written.
constexpr Duration in_flight_max = std::chrono::minutes(1);

void tell_client(db::Tx& tx, Parts const& parts, Booking const& booking, BookingNoticeKind kind, Money refund,
                 Clause const& because, Instant now, std::optional<std::int64_t> minutes = std::nullopt) {
  parts.notices.request(tx, now,
                        {.kind = kind,
                         .booking = booking.id,
                         .to = booking.client,
                         .starts_at = booking.starts_at,
                         .refund = refund,
                         .clause = std::string(because.number),
                         .minutes = minutes});
}

orders::EarningFacts rendered(Instant ended_at, Instant now) {
  return {.end = orders::ServiceEnd::rendered, .ended_at = ended_at, .now = now};
}

void accrue_later(db::Tx& tx, Parts const& parts, Booking const& booking, AttendanceOutcome const& outcome,
                  terms::Terms const& terms, Instant now) {
  auto const earning = orders::decide_earning(rendered(outcome.ends_at, now), terms);
  ENSURE(earning.earned_at.has_value());
  parts.orders.expect_earning(tx, booking.order, *earning.earned_at);
  jobs::enqueue(tx, {"sessions.earn",
                     fmt::format("sessions.earn:{}", booking.id.view()),
                     {{"booking", booking.id.str()}},
                     *earning.earned_at});
  auto const& acceptance = terms.acceptance;
  ENSURE(acceptance.has_value());
  auto const hours = std::chrono::duration_cast<std::chrono::hours>(acceptance->claim_time.value).count();
  obligations::undertake(tx, parts.random,
                         {.kind = "sessions.acceptance",
                          .subject = booking.id.str(),
                          .person = booking.specialist,
                          .clause = acceptance->claim_time.clause,
                          .terms_version = booking.terms_version,
                          .owner = obligations::Owner::system,
                          .due = terms::hours_after(outcome.ends_at, hours),
                          .arose_at = now,
                          .dedupe_key = acceptance_promise(booking.id)});
}

void draw_consequences(db::Tx& tx, Parts const& parts, Booking const& booking, AttendanceOutcome const& outcome,
                       Money paid, std::string const& decision, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  switch (outcome.attendance) {
    case Attendance::no_show_specialist:
      ENSURE(parts.orders.refund_in_full(tx, booking.order, {outcome.because, decision}, now).has_value());
      tell_client(tx, parts, booking, BookingNoticeKind::no_show_specialist_refund, outcome.refund, outcome.because,
                  now);
      return;
    case Attendance::no_show_client:
      accrue_later(tx, parts, booking, outcome, terms, now);
      tell_client(tx, parts, booking, BookingNoticeKind::no_show_client, outcome.refund, outcome.because, now);
      return;
    case Attendance::under_delivered:
      scheduling::offer_repeat(tx, parts.scheduling, booking, outcome.because, now);
      tell_client(tx, parts, booking, BookingNoticeKind::session_under_delivered, paid, outcome.because, now,
                  outcome.missing_minutes);
      return;
    case Attendance::held:
      accrue_later(tx, parts, booking, outcome, terms, now);
      return;
  }
}

/// What the connection came to, and the whole record of the session under the server's signature.
void seal_record(db::Tx& tx, Parts const& parts, Booking const& booking, AttendanceFacts const& facts,
                 AttendanceOutcome const& outcome, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const door_opens_at = room_opens_at(booking.starts_at, parts.brand.scheduling.room_opens, terms);
  ConnectionFacts const connection{.session = {booking.starts_at, outcome.ends_at},
                                   .stays = facts.stays,
                                   .losses = store::losses_of(tx, booking.id, door_opens_at),
                                   .hearings = store::hearings_of(tx, booking.id),
                                   .relay = store::relay_view_of(tx, booking.id)};
  auto const verdict = judge_connection(connection, terms);
  terms::record(tx, parts.random, "sessions.connection", booking.id.view(), booking.client, terms, connection,
                verdict, verdict.because, now);
  auto body = json::to_text(SessionRecordBody{.booking = booking.id.str(),
                                              .connection = connection,
                                              .verdict = verdict,
                                              .attendance = outcome,
                                              .signed_at = now});
  auto signature = parts.seal.sign(body);
  store::insert_record(tx, booking.id, {std::move(body), std::move(signature), now});
}

}  // namespace

std::string close_job(scheduling::BookingId booking, Instant starts_at) {
  return fmt::format("sessions.close:{}:{}", booking.view(), starts_at.micros);
}

std::string acceptance_promise(scheduling::BookingId booking) {
  return fmt::format("sessions.acceptance:{}", booking.view());
}

std::optional<Instant> close_session(db::Tx& tx, Parts const& parts, scheduling::BookingId id, Instant starts_at,
                                     Instant now) {
  auto const booking = scheduling::find_booking(tx, id);
  if (!booking || booking->state != scheduling::BookingState::confirmed || booking->starts_at != starts_at) {
    return std::nullopt;
  }
  auto const& terms = parts.brand.terms.at(booking->terms_version);
  scheduling::Interval const booked{booking->starts_at, booking->ends_at};
  auto const stays = stays_in(tx, parts, *booking);
  if (auto const end = session_end({booked, stays}, terms); now < end.ends_at) return end.ends_at;

  auto const order = orders::find_order(tx, booking->order);
  ENSURE(order && order->price);
  AttendanceFacts const facts{.booked = booked, .paid = *order->price, .stays = stays};
  auto const outcome = decide_attendance(facts, terms);
  auto const decision = terms::record(tx, parts.random, "sessions.attendance", id.view(), booking->client, terms,
                                      facts, outcome, outcome.because, now);
  auto const* name = boost::describe::enum_to_string(outcome.attendance, nullptr);
  ENSURE(name != nullptr);
  ENSURE(store::insert_outcome(
      tx, {id, starts_at, name, outcome.ends_at, now, std::string(outcome.because.id), decision.str()}));
  seal_record(tx, parts, *booking, facts, outcome, now);
  scheduling::finish_booking(tx, id, now);
  draw_consequences(tx, parts, *booking, outcome, *order->price, decision.str(), now);
  return std::nullopt;
}

std::optional<Instant> earn_session(db::Tx& tx, Parts const& parts, scheduling::BookingId id, Instant now) {
  auto const booking = scheduling::find_booking(tx, id);
  auto const outcome = store::outcome_of(tx, id);
  ENSURE(booking && outcome);
  auto const& terms = parts.brand.terms.at(booking->terms_version);
  auto const earning = orders::decide_earning(rendered(outcome->ended_at, now), terms);
  // A claim at the last instant is in time: the job that wakes at it looks again when what came then is written.
  if (!earning.earned && earning.earned_at) return std::max(*earning.earned_at, now) + in_flight_max;
  if (!earning.earned) return std::nullopt;
  if (parts.claims.holds_back(tx, id)) {
    obligations::lift(tx, acceptance_promise(id), "claim_filed", {now});
    return std::nullopt;
  }
  obligations::keep(tx, acceptance_promise(id), {now});
  auto const decision = parts.claims.accept(tx, *booking, outcome->ended_at, now);
  auto const earned = parts.orders.earn(tx, booking->order, {earning.because, decision}, now);
  // A free repeat stands on the order of the first session: whichever came first has earned it, or a claim returned
  // it.
  ENSURE(earned || earned.error() != orders::EarnRefusal::not_paid);
  return std::nullopt;
}

}  // namespace kelisim::sessions
