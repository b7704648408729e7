#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::sessions {

/// In order of precedence: who is not of the booking learns nothing about it.
enum class JoinRefusal : std::uint8_t {
  not_a_party = 1,    ///< HAR-1.session.a; staff too
  not_confirmed = 2,  ///< HAR-3.2a
  too_early = 3,      ///< the room has not opened
  ended = 4,
};
BOOST_DESCRIBE_ENUM(JoinRefusal, not_a_party, not_confirmed, too_early, ended)

struct JoinRefused {
  JoinRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(JoinRefused, (), (why, because))

struct JoinFacts {
  bool is_client_of_booking;
  bool is_specialist_of_booking;
  scheduling::BookingState state;
  Instant starts_at;
  Instant ends_at;             ///< with the extension known so far
  std::int64_t opens_seconds;  ///< the brand's lead; never less than the terms promise is used
  Instant now;
};
BOOST_DESCRIBE_STRUCT(JoinFacts, (),
                      (is_client_of_booking, is_specialist_of_booking, state, starts_at, ends_at, opens_seconds, now))

struct JoinAdmitted {
  scheduling::Party as;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(JoinAdmitted, (), (as, because))

/// HAR-1.session.a: "A session is a one-to-one online video or audio conference between the booking user and the
/// booked
///   specialist; no third participant is admitted." A second device of the same party replaces the first.
/// HAR-2.1a: "Given an active user with questionnaire and paid booking, When the session time comes, Then the user
/// reaches
///   the video room of the chosen specialist".
/// HAR-4.2.8a: the room opens 5 minutes before the start at the latest. Open: [start − lead, end).
[[nodiscard]] Result<JoinAdmitted, JoinRefused> admit_to_room(JoinFacts const& facts, terms::Terms const& terms);

/// start − max(the brand's lead, the terms' promise).
[[nodiscard]] Instant room_opens_at(Instant starts_at, Duration brand_lead, terms::Terms const& terms);

}  // namespace kelisim::sessions
