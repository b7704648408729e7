#include "chart/aspects.h"

namespace kelisim::astro {
namespace {

bool is_major(AspectKind kind) {
  using enum AspectKind;
  return kind == conjunction || kind == sextile || kind == square || kind == trine || kind == opposition;
}

}  // namespace

double orb_allowed(Orbs const& orbs, Body a, Body b, AspectKind kind) {
  if (!is_major(kind)) return orbs.minor;
  if (is_luminary(a) || is_luminary(b)) return orbs.luminary;
  return is_planet(a) || is_planet(b) ? orbs.planet : orbs.point;
}

std::optional<Aspect> aspect_of(Placement const& first, Placement const& second, Orbs const& orbs,
                                bool second_moves) {
  auto const turn = arc(first.state.longitude, second.state.longitude);
  auto const apart = std::abs(turn);
  auto const widest = std::max({orbs.luminary, orbs.planet, orbs.point, orbs.minor});
  std::optional<Aspect> closest;
  double off = 0;
  for (std::size_t i = 0; i < count_of<AspectKind>; ++i) {
    auto const kind = static_cast<AspectKind>(i);
    auto const missing = apart - angle_of(kind);
    auto const orb = std::abs(missing);
    if (orb > widest || (closest && orb >= closest->orb)) continue;
    auto const allowed = orb_allowed(orbs, first.body, second.body, kind);
    if (allowed <= 0 || orb > allowed) continue;
    closest = Aspect{first.body, second.body, kind, orb, allowed, false};
    off = missing;
  }
  if (closest) {
    auto const relative = (second_moves ? second.state.longitude_speed : 0.0) - first.state.longitude_speed;
    auto const opening = turn < 0 ? -relative : relative;
    closest->applying = off * opening < 0;
  }
  return closest;
}

std::vector<Aspect> aspects_within(std::vector<Placement> const& placements, Orbs const& orbs) {
  std::vector<Aspect> found;
  found.reserve(48);
  for (std::size_t i = 0; i < placements.size(); ++i) {
    if (!is_sky(placements[i].body)) break;
    for (std::size_t j = i + 1; j < placements.size(); ++j)
      if (auto const one = aspect_of(placements[i], placements[j], orbs, true)) found.push_back(*one);
  }
  return found;
}

std::vector<Aspect> aspects_between(Chart const& moving, Chart const& fixed, Orbs const& orbs) {
  std::vector<Aspect> found;
  for (auto const& first : moving.placements)
    for (auto const& second : fixed.placements)
      if (auto const one = aspect_of(first, second, orbs, false)) found.push_back(*one);
  return found;
}

}  // namespace kelisim::astro
