#pragma once

#include "astro/ephemeris.h"

#include <vector>

namespace kelisim::astro {

/// The motion of some bodies through a window, sampled once (cubic Hermite on position and speed, steps of 3 hours
/// for the Moon, 6 for Mercury and the osculating points, 12 for Venus, a day for the others), and hundreds of times
/// quicker to ask than the Ephemeris. Within 0.05" of it; 2" for the osculating points, and for a planet within two
/// degrees of the Sun, whose bending of light the samples do not follow. Immutable, so any thread may read it.
class Track {
 public:
  /// The window must be covered, and a day after it; at most 10 years. Bodies of the sky only.
  Track(Ephemeris& ephemeris, Window window, std::span<Body const> bodies, PointModels models = {});

  [[nodiscard]] Window window() const { return window_; }
  [[nodiscard]] bool has(Body body) const;
  /// Degrees, [0, 360). The instant lies in the window (to included).
  [[nodiscard]] double longitude(Body body, Instant at) const { return normalized(unwound(body, at)); }
  /// Degrees a day.
  [[nodiscard]] double speed(Body body, Instant at) const;
  /// As `longitude`, without a jump at Aries: continuous through the window.
  [[nodiscard]] double unwound(Body body, Instant at) const;
  /// Of the sampling: within it the motion turns at most once.
  [[nodiscard]] Duration step(Body body) const;
  /// True obliquity in the middle of the window, degrees (it changes by less than 0.01 in a year).
  [[nodiscard]] double obliquity() const { return obliquity_; }

 private:
  struct Curve {
    Duration step{};
    std::vector<double> degrees;  ///< unwound
    std::vector<double> speeds;   ///< a day
  };
  struct Cell {
    Curve const& curve;
    std::size_t index;
    double part;  ///< 0 … 1 of the step
  };
  [[nodiscard]] Cell cell(Body body, Instant at) const;

  Window window_;
  Instant origin_;
  double obliquity_ = 0;
  std::array<Curve, sky_bodies.size()> curves_;
};

}  // namespace kelisim::astro
