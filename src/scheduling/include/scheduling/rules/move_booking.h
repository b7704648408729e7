#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::scheduling {

struct MoveFacts {
  BookingState state;
  Instant starts_at;
  Instant new_starts_at;
  Money paid;
  Party by;  ///< client or specialist
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(MoveFacts, (), (state, starts_at, new_starts_at, paid, by, received_at))

/// In order of precedence. Whether the new time is free is asked of admit_slot() (sell_slot.h).
enum class MoveRefusal : std::uint8_t {
  already_cancelled = 1,
  not_confirmed = 2,
  already_started = 3,
  same_time = 4,
  in_the_past = 5,
  no_such_right = 6,
};
BOOST_DESCRIBE_ENUM(MoveRefusal, already_cancelled, not_confirmed, already_started, same_time, in_the_past,
                    no_such_right)

struct MoveRefused {
  MoveRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(MoveRefused, (), (why, because))

struct MoveDecided {
  bool at_once;  ///< else it needs the answer of `consent_of`
  std::optional<Party> consent_of;
  std::optional<Instant> answer_until;  ///< exclusive; without an answer the original booking stands
  Money fee;
  Money refund_instead;  ///< what a cancellation at this same instant would return
  Instant received_at;
  std::optional<Instant> effective_at;
  std::optional<Instant> new_refund_deadline;
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(MoveDecided, (),
                      (at_once, consent_of, answer_until, fee, refund_instead, received_at, effective_at,
                       new_refund_deadline, because, rests_on))

/// HAR-3.7d: "A reschedule request made in time (12 hours or more, effective inside support hours) moves the payment
/// to
///   the new slot free of charge, or is refunded in full at the choice of the user." (The refund is decide_cancel().)
/// HAR-3.7c: "If the user asks to reschedule less than 12 hours before start, no money is returned and no right to
/// another
///   date arises; the specialist may agree to move as goodwill."
/// A specialist's wish to move always needs the client's consent: HAR-3.6b gives the choice to the client.
[[nodiscard]] Result<MoveDecided, MoveRefused> decide_move(MoveFacts const& facts, terms::Terms const& terms);

struct MoveAnswerFacts {
  BookingState state;
  Instant starts_at;        ///< of the booking now
  Instant asked_starts_at;  ///< of the booking when it was asked
  Instant new_starts_at;
  Party consent_of;
  Party by;
  bool answered;  ///< an answer has been given before
  bool accepts;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(MoveAnswerFacts, (),
                      (state, starts_at, asked_starts_at, new_starts_at, consent_of, by, answered, accepts, now))

/// In order of precedence.
enum class MoveAnswerRefusal : std::uint8_t {
  not_asked = 1,  ///< the answer is somebody else's to give
  already_answered = 2,
  booking_changed = 3,  ///< cancelled, finished or moved since
  too_late = 4,         ///< at or after either start
};
BOOST_DESCRIBE_ENUM(MoveAnswerRefusal, not_asked, already_answered, booking_changed, too_late)

struct MoveAnswered {
  bool moves;  ///< else the original booking stands
  Clause because;
};
BOOST_DESCRIBE_STRUCT(MoveAnswered, (), (moves, because))

/// HAR-3.7c: declined means the original booking stands; accepted means the payment moves to the new slot.
[[nodiscard]] Result<MoveAnswered, MoveAnswerRefusal> decide_move_answer(MoveAnswerFacts const& facts,
                                                                         terms::Terms const& terms);

}  // namespace kelisim::scheduling
