#pragma once

#include "astro/ephemeris.h"

#include <vector>

/// The turning Earth: which ecliptic degree rises and culminates, and when. Degrees throughout.
/// Source of the formulas: Meeus, Astronomical Algorithms, 2nd ed., chapters 13-15.
namespace kelisim::astro {

[[nodiscard]] double right_ascension_of(double longitude, double obliquity);

/// Local sidereal times at which a point of the ecliptic crosses an altitude (rising, then setting); nothing when it
/// never does.
struct Crossings {
  double rising = 0;
  double setting = 0;
};
[[nodiscard]] std::optional<Crossings> crossings_of(double longitude, double obliquity, double latitude,
                                                    double altitude = 0);

/// Apparent sidereal time through a window, from samples of the Ephemeris 16 days apart: within 0.02 s of time.
class SiderealClock {
 public:
  /// The window must be covered, and 16 days after it.
  SiderealClock(Ephemeris& ephemeris, Window window);

  /// Local, for degrees east; [0, 360).
  [[nodiscard]] double angle(Instant at, double longitude) const;
  /// True obliquity of date.
  [[nodiscard]] double obliquity(Instant at) const;
  /// The first instant at or after `at` when local sidereal time is `angle`.
  [[nodiscard]] Instant next(Instant at, double angle, double longitude) const;

 private:
  struct Between {
    std::size_t index;
    double part;
  };
  [[nodiscard]] Between between(Instant at) const;

  Instant origin_;
  std::vector<double> obliquity_;
  std::vector<double> excess_;  ///< over uniform motion from the origin, at each sample
};

}  // namespace kelisim::astro
