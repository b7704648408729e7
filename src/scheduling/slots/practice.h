#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "kernel/zone.h"
#include "scheduling/rules/booking.h"

#include <chrono>
#include <vector>

namespace kelisim::scheduling {

/// Hours of every week: wall clock of the practice's zone, `to` may be 24:00.
struct WeeklyHours {
  int weekday;  ///< ISO: 1 Monday … 7 Sunday
  CivilTime from;
  CivilTime to;
  friend auto operator<=>(WeeklyHours const&, WeeklyHours const&) = default;
};

/// A time that differs from the week: added (open) or taken out. What is taken out wins.
struct HoursException {
  Interval when;
  bool open;
};

/// When and how long a specialist works.
struct Practice {
  Zone zone;
  std::chrono::minutes duration;  ///< of new slots; bookings keep theirs (HAR-1.session.b)
  std::vector<WeeklyHours> week;
  std::vector<HoursException> exceptions;
};

/// The times of [from, until) in which the specialist works: disjoint, in order, each cut to [from, until). A wall
/// time that is skipped by a clock change moves on with the clock, a repeated one is its first.
[[nodiscard]] std::vector<Interval> working_times(Practice const& practice, Interval within);

/// Every slot that the hours offer and that starts in [from, until): each working time is cut from its beginning
/// every `step`, and a slot lies wholly inside its working time. Which of them are taken is not asked here.
[[nodiscard]] std::vector<Interval> offered_slots(Practice const& practice, Duration length, Duration step,
                                                  Interval starts_within);

/// Whether the hours offer exactly this slot.
[[nodiscard]] bool offers_slot(Practice const& practice, Interval slot, Duration step);

}  // namespace kelisim::scheduling
