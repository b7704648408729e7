#include "astro/events.h"
#include "chart/condition.h"

#include "kernel/ensure.h"

#include <cmath>

namespace kelisim::astro {
namespace {

constexpr double tropical_year = 365.24219;  // days
constexpr double micros_a_day = 86'400e6;

Duration days(double count) { return Duration(std::llround(count * micros_a_day)); }

Placement progressed(Chart const& birth, Body body, State const& state, double obliquity) {
  Placement made;
  made.body = body;
  made.state = state;
  made.sign = sign_of(state.longitude);
  made.declination = declination_of(state.longitude, state.latitude, obliquity);
  made.house = birth.house_of(state.longitude);
  made.retrograde = state.longitude_speed < 0;
  made.dignities = essential_dignities(body, state.longitude, birth.day, birth.settings.dignities);
  made.essential = essential_score(made.dignities);
  made.dispositor = ruler_of(made.sign, birth.settings.dignities.rulership);
  return made;
}

Track progressed_track(Ephemeris& ephemeris, Instant birth, Body body, Window lived, PointModels models) {
  return {ephemeris,
          {progressed_instant(birth, lived.from), progressed_instant(birth, lived.to)},
          std::span(&body, 1),
          models};
}

}  // namespace

std::optional<Instant> next_return(Ephemeris& ephemeris, Body luminary, double longitude, Instant after) {
  ENSURE(is_luminary(luminary));
  constexpr std::array periods = {tropical_year, 27.321582};
  auto const period = periods.at(index_of(luminary));
  auto const ahead = normalized(longitude - ephemeris.state(luminary, after).longitude);
  // A luminary that stands there already, to the rounding of a microsecond, comes back after a whole turn.
  auto at = after + days(period * (ahead < 1e-8 || ahead > 360 - 1e-8 ? 360.0 : ahead) / 360.0);
  for (int step = 0; step < 30; ++step) {
    if (!covered(at)) return std::nullopt;
    auto const state = ephemeris.state(luminary, at);
    auto const correction = days(arc(state.longitude, longitude) / state.longitude_speed);
    at = at + correction;
    if (std::abs(correction.count()) < 1000) return at > after ? at : at + days(period);
  }
  throw Bug("the search for a return did not converge");
}

Instant progressed_instant(Instant birth, Instant now) {
  return birth + Duration(std::llround(static_cast<double>((now - birth).count()) / tropical_year));
}

Instant lived_instant(Instant birth, Instant progressed) {
  return birth + Duration(std::llround(static_cast<double>((progressed - birth).count()) * tropical_year));
}

Progression progression(Ephemeris& ephemeris, Chart const& birth, Instant now) {
  Progression made;
  made.progressed = progressed_instant(birth.at, now);
  auto const obliquity = ephemeris.frame(made.progressed).obliquity;
  std::array<State, sky_bodies.size()> states;
  ephemeris.states(made.progressed, sky_bodies, birth.settings.models, states);
  for (auto const body : sky_bodies)
    made.placements.push_back(progressed(birth, body, states.at(index_of(body)), obliquity));
  made.solar_arc = arc(birth.of(Body::sun).state.longitude, states[index_of(Body::sun)].longitude);
  for (auto const angle : {Body::ascendant, Body::midheaven}) {
    if (!birth.has(angle)) break;
    State state;
    state.longitude = normalized(birth.of(angle).state.longitude + made.solar_arc);
    made.placements.push_back(progressed(birth, angle, state, obliquity));
  }
  return made;
}

std::vector<Ingress> progressed_ingresses(Ephemeris& ephemeris, Instant birth, Body body, Window lived) {
  auto found = ingresses(progressed_track(ephemeris, birth, body, lived, {}), body);
  for (auto& one : found) one.at = lived_instant(birth, one.at);
  return found;
}

std::vector<Transit> progressed_transits(Ephemeris& ephemeris, Chart const& birth, Body body, Window lived,
                                         std::span<AspectKind const> kinds) {
  auto const track = progressed_track(ephemeris, birth.at, body, lived, birth.settings.models);
  auto found = transits(track, std::span(&body, 1), fixed_points(birth), kinds);
  for (auto& one : found) one.at = lived_instant(birth.at, one.at);
  return found;
}

}  // namespace kelisim::astro
