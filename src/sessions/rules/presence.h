#pragma once

#include "scheduling/rules/booking.h"
#include "sessions/rules/attendance.h"

#include <vector>

namespace kelisim::sessions {

/// Sorted, disjoint intervals.
using Presence = std::vector<scheduling::Interval>;

/// Down to a whole multiple of `resolution`; as it is where that is zero.
[[nodiscard]] Instant cut(Instant at, Duration resolution);

/// In any order and overlapping, as sorted and disjoint.
[[nodiscard]] Presence merged(std::vector<scheduling::Interval> intervals);

/// When one party was there, cut to the resolution of the record. A stay that is still open lasts until `until`.
[[nodiscard]] Presence presence_of(scheduling::Party who, std::vector<Stay> const& stays, Instant until,
                                   Duration resolution);

/// What is in both.
[[nodiscard]] Presence overlap(Presence const& a, Presence const& b);
/// What is in `a` and not in `b`.
[[nodiscard]] Presence without(Presence const& a, Presence const& b);
[[nodiscard]] Duration length(Presence const& presence);

/// How long both were there within `window`.
[[nodiscard]] Duration together(Presence const& a, Presence const& b, scheduling::Interval window);
[[nodiscard]] Duration within(Presence const& presence, scheduling::Interval window);

}  // namespace kelisim::sessions
