#pragma once

#include "astro/ephemeris.h"

#include <map>

namespace kelisim::astro::testing {

/// A sky of a test's own: each body runs evenly, or slows down and turns back at a given day.
class LinearSky final : public Ephemeris {
 public:
  struct Path {
    double longitude = 55;  ///< at the origin, degrees
    double speed = 0;       ///< degrees a day
    double turns = 0;       ///< days after the origin; 0: never
  };

  explicit LinearSky(Instant origin) : origin_(origin) {}
  void put(Body body, Path path) { paths_[body] = path; }

  void states(Instant at, std::span<Body const> bodies, PointModels, std::span<State> into) override {
    double const days = static_cast<double>((at - origin_).count()) / 86400e6;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      auto const& path = paths_[bodies[i]];
      double const bend = path.turns > 0 ? path.speed / path.turns : 0;
      into[i] = {};
      into[i].longitude = normalized(path.longitude + path.speed * days - bend * days * days / 2);
      into[i].longitude_speed = path.speed - bend * days;
    }
  }
  EarthFrame frame(Instant) override { return {.obliquity = 23.44, .sidereal_time = 0}; }
  Houses houses(HouseSystem, double, double, double) override { return {}; }
  State star(Star, Instant) override { return {}; }
  std::vector<Eclipse> eclipses(Window) override { return {}; }
  std::string version() const override { return "linear"; }

 private:
  Instant origin_;
  std::map<Body, Path> paths_;
};

}  // namespace kelisim::astro::testing
