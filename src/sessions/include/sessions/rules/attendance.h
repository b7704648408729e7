#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::sessions {

/// One stay in the room, as the server saw it. HAR-3.9e: "Keep join and leave times of both participants per session
/// as the sole basis for lateness and no-show decisions." Rules cut both instants to the resolution that the terms
/// state (whole seconds), so nobody is late by half a second.
struct Stay {
  scheduling::Party who;  ///< client or specialist
  Instant joined_at;
  std::optional<Instant> left_at;  ///< nothing: still there
};
BOOST_DESCRIBE_STRUCT(Stay, (), (who, joined_at, left_at))

struct SessionEnd {
  Instant ends_at;                 ///< scheduled end + extension
  std::int64_t extension_seconds;  ///< never negative
  Clause because;
};
BOOST_DESCRIBE_STRUCT(SessionEnd, (), (ends_at, extension_seconds, because))

struct SessionEndFacts {
  scheduling::Interval booked;
  std::vector<Stay> stays;
};
BOOST_DESCRIBE_STRUCT(SessionEndFacts, (), (booked, stays))

/// When the session ends by what has happened so far. A specialist who has not joined yet does not move the end: ask
/// again after each first join.
/// HAR-3.9a: "If the user is late, the session still ends at the scheduled end."
/// HAR-3.9b: "If the specialist is late, extend the session by exactly the lateness (specialist first join minus
/// scheduled
///   start, never negative)."
/// HAR-3.9c: "If both are late, the extension equals the lateness of the specialist alone."
/// A join at or after the scheduled end is no lateness any more but an absence (HAR-3.6c).
[[nodiscard]] SessionEnd session_end(SessionEndFacts const& facts, terms::Terms const& terms);

enum class Attendance : std::uint8_t { no_show_specialist = 1, no_show_client = 2, under_delivered = 3, held = 4 };
BOOST_DESCRIBE_ENUM(Attendance, no_show_specialist, no_show_client, under_delivered, held)

enum class Payout : std::uint8_t {
  none = 1,     ///< the commission is reversed and the specialist gets nothing
  on_hold = 2,  ///< until the client has chosen or staff have reviewed
  usual = 3,    ///< accrues when the time for claims is over
};
BOOST_DESCRIBE_ENUM(Payout, none, on_hold, usual)

struct AttendanceFacts {
  scheduling::Interval booked;
  Money paid;
  std::vector<Stay> stays;  ///< a stay that is still open lasts to the end of the session
};
BOOST_DESCRIBE_STRUCT(AttendanceFacts, (), (booked, paid, stays))

struct AttendanceOutcome {
  Attendance attendance;
  Instant ends_at;
  std::int64_t extension_seconds;
  std::int64_t missing_minutes;  ///< whole minutes lost through the specialist's side to a punctual client
  Money refund;                  ///< due at once
  std::optional<scheduling::Remedy> remedy;
  Payout payout;
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(AttendanceOutcome, (),
                      (attendance, ends_at, extension_seconds, missing_minutes, refund, remedy, payout, because,
                       rests_on))

/// Decided at the session's end (session_end().ends_at), from the presence record alone.
/// HAR-3.6c: "If the specialist never joins before the scheduled end, treat it as specialist no-show: full refund, no
///   payout, even when the user was absent too."
/// HAR-3.7a: "If the user misses the session, do not refund." Missing it is never having joined before the scheduled
/// end
///   while the specialist was there. HAR-3.7f: the usual payout accrues.
/// HAR-1.session.e: "When the user was on time and the specialist side caused delivery of fewer minutes than booked,
/// flag
///   the session as under-delivered and hold the payout pending review"; the client chooses full refund or free
///   repeat.
/// HAR-1.session.d: "minutes lost by user lateness do not make the session defective."
/// HAR-3.9c: a client who leaves at the original scheduled end is not leaving early: lateness that the extension did
/// not
///   make good counts as missing.
[[nodiscard]] AttendanceOutcome decide_attendance(AttendanceFacts const& facts, terms::Terms const& terms);

struct NextDelay {
  std::int64_t by_seconds;
  Instant tell_by;  ///< the client of the next booking knows no later than this: the scheduled end of the first
  Clause because;
};

/// HAR-3.9d: "if it still collides, the extension has priority and the next user gets the lateness rule." Nothing
/// when the first session, extended, ends by the start of the next.
[[nodiscard]] std::optional<NextDelay> delay_of_next(scheduling::Interval first, SessionEnd const& first_ends,
                                                     Instant next_starts_at, terms::Terms const& terms);

}  // namespace kelisim::sessions
