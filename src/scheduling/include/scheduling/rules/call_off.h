#pragma once

#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "scheduling/rules/cancel_booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::scheduling {

enum class OutageKind : std::uint8_t {
  maintenance,    ///< planned work of the provider
  failure,        ///< the service does not do what it should; its end is not known
  force_majeure,  ///< beyond the control of either side
};
BOOST_DESCRIBE_ENUM(OutageKind, maintenance, failure, force_majeure)

struct CallOffFacts {
  OutageKind outage;
  Interval time;  ///< of the outage
  BookingState state;
  Interval booked;
  Money paid;
  Instant found_at;
};
BOOST_DESCRIBE_STRUCT(CallOffFacts, (), (outage, time, state, booked, paid, found_at))

/// In order of precedence.
enum class CallOffRefusal : std::uint8_t {
  not_confirmed = 1,
  already_started = 2,  ///< at the start and later attendance decides
  outside = 3,          ///< the session does not touch the outage
  no_such_rule = 4,     ///< the terms do not call a session off for this; its two are told
};
BOOST_DESCRIBE_ENUM(CallOffRefusal, not_confirmed, already_started, outside, no_such_rule)

/// HAR-4.3.4b: "If maintenance prevents a paid session, treat it as cancellation by the provider: full refund or new
/// slot at the choice of the user." Without a choice by the original start it is refunded.
/// HAR-7.1a: "… sessions inside are offered a new date", on the same footing.
[[nodiscard]] Result<Cancelled, CallOffRefusal> decide_call_off(CallOffFacts const& facts, terms::Terms const& terms);

/// What is wrong with a new outage, in order of precedence.
enum class OutageRefusal : std::uint8_t {
  end_missing = 1,  ///< planned work and force majeure name their (expected) end
  ends_before_it_begins = 2,
  announced_too_late = 3,  ///< HAR-4.3.4a: planned work is announced, so it begins later than now
  too_long = 4,            ///< planned work takes at most 7 days, anything else 366
};
BOOST_DESCRIBE_ENUM(OutageRefusal, end_missing, ends_before_it_begins, announced_too_late, too_long)

struct OutageFacts {
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;
  Instant now;
};
[[nodiscard]] std::optional<OutageRefusal> admit_outage(OutageFacts const& facts);

}  // namespace kelisim::scheduling
