#include "astro/ephemeris.h"

namespace kelisim::astro {

Window covered_window() { return {.from = {-5'364'662'400'000'000}, .to = {13'566'787'200'000'000}}; }

bool covered(Instant at) {
  auto const [from, to] = covered_window();
  return from <= at && at < to;
}

State Ephemeris::state(Body body, Instant at, PointModels models) {
  State found;
  states(at, {&body, 1}, models, {&found, 1});
  return found;
}

Houses Ephemeris::houses(HouseSystem system, Instant at, Place const& place) {
  auto const earth = frame(at);
  return houses(system, normalized(earth.sidereal_time + place.longitude), place.latitude, earth.obliquity);
}

}  // namespace kelisim::astro
