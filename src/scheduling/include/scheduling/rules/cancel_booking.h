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

struct CancelFacts {
  BookingState state;
  Instant starts_at;
  Money paid;
  Party by;
  Instant received_at;  ///< the instant that decides: of the request's receipt, or of the preview that it carries
};
BOOST_DESCRIBE_STRUCT(CancelFacts, (), (state, starts_at, paid, by, received_at))

/// In order of precedence.
enum class CancelRefusal : std::uint8_t {
  already_cancelled = 1,
  not_confirmed = 2,    ///< held (release it instead), expired or released
  already_started = 3,  ///< at the start and later attendance decides; finished sessions too
  no_such_right = 4,    ///< the terms give this party no cancellation
};
BOOST_DESCRIBE_ENUM(CancelRefusal, already_cancelled, not_confirmed, already_started, no_such_right)

struct CancelRefused {
  CancelRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(CancelRefused, (), (why, because))

struct Cancelled {
  Money refund;
  Money kept;  ///< refund + kept == paid
  bool in_time;
  Instant received_at;
  std::optional<Instant> effective_at;     ///< nothing where the terms make the notice void
  std::optional<Instant> refund_deadline;  ///< of the client's own cancellation
  std::optional<Remedy> remedy;            ///< the refund waits for the client's choice …
  std::optional<Instant> choice_until;     ///< … until this instant, exclusive; then it is refunded
  bool payout_accrues;                     ///< what is kept is split as for a held session
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (),
                      (refund, kept, in_time, received_at, effective_at, refund_deadline, remedy, choice_until,
                       payout_accrues, because, rests_on))

/// By the client:
/// HAR-4.4.2a: "The user may withdraw from a session by prior notice not later than 12 hours before start, in support
///   hours."
/// HAR-3.8a: "If the user gives notice of being unable to attend more than 12 hours before start, refund in full."
/// HAR-3.8b: "At exactly 12 hours before start the user still gets the full refund."
/// HAR-3.7b: "If the user gives notice of cancellation less than 12 hours before start, cancel the session but do not
///   refund."
/// HAR-3.8c, HAR-3.8e: the notice counts at its effective instant; 12 hours are elapsed time.
/// HAR-3.7f: money retained accrues the usual payout.
///
/// By the specialist:
/// HAR-3.6a: "If the specialist gives notice of being unable to hold the session less than 12 hours before start,
/// refund
///   the user in full." At once, without any action by the user; support hours play no part.
/// HAR-3.6b: "If the specialist cancels 12 hours or more before start, refund in full as well, or move the booking if
/// the
///   user prefers." Without an answer by the original start it is refunded.
/// HAR-3.6e: in full means everything the user paid.
///
/// By the provider: as by the specialist less than 12 hours before, at any time (HAR-2.2a, AMB-H33).
[[nodiscard]] Result<Cancelled, CancelRefused> decide_cancel(CancelFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::scheduling
