#pragma once

#include "astro/birth.h"
#include "kernel/zone.h"

namespace kelisim::astro {

/// The clocks at one place: the zone's, but local mean time by the place's own longitude where the zone says LMT, or
/// one stated offset for ever.
class BirthClock {
 public:
  BirthClock(Zone zone, double longitude, std::optional<OffsetOverride> stated);

  [[nodiscard]] AppliedOffset offset(Instant at) const;

  /// The instants at which the clock showed `wall`, ascending: one, none (skipped) or two (repeated).
  [[nodiscard]] std::vector<CandidateInstant> read(CivilDateTime wall) const;
  /// For a wall time that was skipped: it as read with the offset after the gap (earlier) and before it (later).
  [[nodiscard]] std::vector<CandidateInstant> read_across_the_gap(CivilDateTime wall) const;
  /// The first instant whose wall clock shows this date.
  [[nodiscard]] Instant start_of(CivilDate date) const;

 private:
  /// Every offset in force within 26 hours of `wall`, without repetition, the earlier in force first.
  [[nodiscard]] std::vector<AppliedOffset> offsets_near(CivilDateTime wall) const;

  Zone zone_;
  int local_mean_seconds_;
  std::optional<OffsetOverride> stated_;
};

/// The wall time read as if it were UTC.
[[nodiscard]] Instant as_utc(CivilDateTime wall);

}  // namespace kelisim::astro
