#include "astro/chart.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace kelisim::astro {

MoonPhase phase_of(double elongation) {
  return static_cast<MoonPhase>(static_cast<int>(normalized(elongation + 22.5) / 45.0) % 8);
}

bool Chart::has(Body body) const { return index_of(body) < placements.size(); }

Placement const& Chart::of(Body body) const {
  ENSURE(has(body));
  return placements[index_of(body)];
}

int Chart::house_of(double longitude) const {
  if (!houses) return 0;
  auto const& cusps = houses->cusps;
  // Beyond the polar circles cusps may run backwards; the arcs still cover the circle, and the first match counts.
  for (std::size_t i = 0; i < cusps.size(); ++i) {
    auto const length = normalized(cusps[(i + 1) % cusps.size()] - cusps[i]);
    if (normalized(longitude - cusps[i]) < length) return static_cast<int>(i) + 1;
  }
  return 12;  // rounding at the last cusp
}

Sign Chart::cusp_sign(int house) const {
  ENSURE(houses && house >= 1 && house <= 12);
  return sign_of(houses->cusps.at(static_cast<std::size_t>(house - 1)));
}

Body Chart::ruler_of_house(int house) const { return ruler_of(cusp_sign(house), settings.dignities.rulership); }

Aspect const* Chart::aspect(Body a, Body b) const {
  auto const found = std::ranges::find_if(aspects, [&](Aspect const& one) {
    return (one.first == a && one.second == b) || (one.first == b && one.second == a);
  });
  return found == aspects.end() ? nullptr : &*found;
}

std::vector<Body> dispositor_chain(Chart const& chart, Body from) {
  std::vector<Body> chain = {from};
  for (;;) {
    auto const next = chart.of(chain.back()).dispositor;
    if (std::ranges::find(chain, next) != chain.end()) return chain;
    chain.push_back(next);
  }
}

std::vector<StarContact> star_contacts(Ephemeris& ephemeris, Chart const& chart, double orb) {
  std::vector<StarContact> found;
  for (std::size_t i = 0; i < count_of<Star>; ++i) {
    auto const star = static_cast<Star>(i);
    auto const longitude = ephemeris.star(star, chart.at).longitude;
    for (auto const& one : chart.placements) {
      bool const counts = is_planet(one.body) || one.body == Body::ascendant || one.body == Body::midheaven;
      auto const apart = separation(longitude, one.state.longitude);
      if (counts && apart <= orb) found.push_back({star, one.body, apart});
    }
  }
  return found;
}

Profection profection(Sign ascendant, int age) {
  ENSURE(age >= 0);
  auto const steps = age % 12;
  auto const sign = static_cast<Sign>((static_cast<int>(index_of(ascendant)) + steps) % 12);
  return {.house = steps + 1, .sign = sign, .lord = ruler_of(sign)};
}

}  // namespace kelisim::astro
