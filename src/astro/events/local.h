#pragma once

#include "astro/segments.h"
#include "events/horizon.h"
#include "events/series.h"

namespace kelisim::astro {

/// What turns with the Earth over one place: the signs on the angles, and planets coming to them.
class LocalSky {
 public:
  LocalSky(Ephemeris& ephemeris, Track const& track, Window window, Place const& place);

  [[nodiscard]] Series<Sign> ascendant_signs() const;
  [[nodiscard]] Series<Sign> midheaven_signs() const;
  /// When a body stands within the orb of an angle.
  [[nodiscard]] std::vector<Window> angular(Body body, Angle angle, double orb) const;

 private:
  [[nodiscard]] double angle_at(Angle angle, Instant at) const;
  /// Appends every instant of the window when local sidereal time is what `wanted` gives for that instant.
  template <class Wanted>
  void append_turns(Wanted wanted, std::vector<Instant>& into) const;
  template <class Longitude>
  void append_crossings(Longitude longitude, std::vector<Instant>& into) const;

  template <class Holds>
  void append_changes(Body body, double turned, double orb, Holds holds, std::vector<Instant>& into) const;

  struct Sample {
    Instant at;
    double ascendant;
  };

  Track const* track_;
  Window window_;
  Place place_;
  SiderealClock clock_;
  std::vector<Instant> flips_;   ///< within the polar circles: when the Ascendant jumps to the other side
  std::vector<Sample> samples_;  ///< within them too: every four minutes
};

}  // namespace kelisim::astro
