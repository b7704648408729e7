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

struct ProlongationFacts {
  OutageKind kind;
  bool closed;
  Instant from;
  std::optional<Instant> until;  ///< as expected so far
  Instant wanted;
};
BOOST_DESCRIBE_STRUCT(ProlongationFacts, (), (kind, closed, from, until, wanted))

/// Why a force majeure is not prolonged, in order of precedence.
enum class ProlongationRefusal : std::uint8_t {
  only_force_majeure = 1,  ///< planned work is announced anew, a failure has no end until it is closed
  closed_already = 2,
  not_later = 3,  ///< what ends earlier is closed
  too_long = 4,   ///< more than 366 days in all: declared anew
};
BOOST_DESCRIBE_ENUM(ProlongationRefusal, only_force_majeure, closed_already, not_later, too_long)

/// HAR-7.1a: "Force majeure … shifts performance deadlines by the time it lasts": where it lasts longer than was
/// expected, it is the same event with a later end. Its papers stay due from its beginning.
[[nodiscard]] std::optional<ProlongationRefusal> admit_prolongation(ProlongationFacts const& facts);

}  // namespace kelisim::scheduling
