#include "astro/chart.h"
#include "chart/aspects.h"
#include "chart/condition.h"
#include "chart/patterns.h"

#include <cmath>

namespace kelisim::astro {
namespace {

std::optional<ChartRefusal> refusal_of(Instant at, std::optional<Place> const& place) {
  if (!covered(at)) return ChartRefusal::outside_ephemeris;
  // Written so that a value that is not a number fails.
  bool const possible = !place || (std::abs(place->latitude) <= 90.0 && std::abs(place->longitude) <= 180.0);
  return possible ? std::nullopt : std::optional(ChartRefusal::impossible_place);
}

/// The house of a body, with the rule that one shortly before a cusp counts to the next house.
int house_by_rule(Chart const& chart, double longitude) {
  auto const house = chart.house_of(longitude);
  if (house == 0 || chart.settings.cusp_rule <= 0) return house;
  auto const next = chart.houses->cusps.at(static_cast<std::size_t>(house % 12));
  return normalized(next - longitude) <= chart.settings.cusp_rule ? house % 12 + 1 : house;
}

Placement point_at(Chart const& chart, Body body, double longitude) {
  Placement made;
  made.body = body;
  made.state.longitude = normalized(longitude);
  made.sign = sign_of(made.state.longitude);
  made.declination = declination_of(made.state.longitude, 0, chart.houses->obliquity);
  made.house = body == Body::ascendant ? 1 : chart.house_of(made.state.longitude);
  made.dispositor = ruler_of(made.sign, chart.settings.dignities.rulership);
  return made;
}

void place_bodies(Ephemeris& ephemeris, Chart& chart, double obliquity) {
  std::array<State, sky_bodies.size()> states;
  ephemeris.states(chart.at, sky_bodies, chart.settings.models, states);
  auto const sun = states[index_of(Body::sun)].longitude;
  if (chart.houses)
    chart.day = above_horizon(sun, obliquity, chart.houses->right_ascension_mc, chart.place->latitude);
  chart.placements.reserve(count_of<Body>);
  for (std::size_t i = 0; i < states.size(); ++i) {
    auto const& state = states[i];
    Placement made;
    made.body = sky_bodies[i];
    made.state = state;
    made.sign = sign_of(state.longitude);
    made.declination = declination_of(state.longitude, state.latitude, obliquity);
    made.house = house_by_rule(chart, state.longitude);
    made.retrograde = state.longitude_speed < 0;
    made.solar = solar_condition(made.body, separation(sun, state.longitude), chart.settings);
    made.dignities = essential_dignities(made.body, state.longitude, chart.day, chart.settings.dignities);
    made.essential = essential_score(made.dignities);
    made.accidental = accidental_score(made);
    made.dispositor = ruler_of(made.sign, chart.settings.dignities.rulership);
    chart.placements.push_back(made);
  }
}

void place_points(Chart& chart) {
  auto const ascendant = chart.houses->ascendant;
  chart.fortune_by_day = normalized(ascendant + chart.elongation);
  chart.fortune_by_night = normalized(ascendant - chart.elongation);
  bool const turned = !chart.day && chart.settings.fortune_turns_by_night;
  chart.placements.push_back(point_at(chart, Body::ascendant, ascendant));
  chart.placements.push_back(point_at(chart, Body::midheaven, chart.houses->midheaven));
  chart.placements.push_back(
      point_at(chart, Body::lot_of_fortune, turned ? chart.fortune_by_night : chart.fortune_by_day));
  // The lot of spirit is that of fortune with Sun and Moon exchanged.
  chart.placements.push_back(
      point_at(chart, Body::lot_of_spirit, turned ? chart.fortune_by_day : chart.fortune_by_night));
}

}  // namespace

Result<Chart, ChartRefusal> compute_chart(Ephemeris& ephemeris, Instant at, std::optional<Place> const& place,
                                          ChartSettings const& settings) {
  if (auto const refused = refusal_of(at, place)) return Failure(*refused);
  Chart chart;
  chart.at = at;
  chart.place = place;
  chart.settings = settings;
  auto const earth = ephemeris.frame(at);
  if (place)
    chart.houses = ephemeris.houses(settings.houses, normalized(earth.sidereal_time + place->longitude),
                                    place->latitude, earth.obliquity);
  place_bodies(ephemeris, chart, earth.obliquity);
  chart.elongation = normalized(chart.of(Body::moon).state.longitude - chart.of(Body::sun).state.longitude);
  chart.phase = phase_of(chart.elongation);
  if (place) place_points(chart);
  chart.aspects = aspects_within(chart.placements, settings.orbs);
  chart.receptions = find_receptions(chart.placements, settings.dignities.rulership);
  chart.patterns = find_patterns(chart.placements, chart.aspects);
  chart.balance = weigh(chart.placements);
  chart.final_dispositor = final_dispositor(chart.placements);
  return chart;
}

}  // namespace kelisim::astro
