#include "chart/condition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kelisim::astro {
namespace {

constexpr double radian = std::numbers::pi / 180.0;

int weight_of(Body body) {
  if (is_luminary(body) || body == Body::ascendant) return 3;
  if (body <= Body::mars) return 2;
  return is_planet(body) ? 1 : 0;
}

bool holds(Body host, Sign sign, Dignity dignity, Rulership rulership) {
  return dignity == Dignity::domicile ? ruler_of(sign, rulership) == host : exalted_in(sign) == host;
}

bool receives(Body host, Sign sign, Rulership rulership) {
  return holds(host, sign, Dignity::domicile, rulership) || holds(host, sign, Dignity::exaltation, rulership);
}

bool rules_own_sign(Placement const& placement) { return placement.dispositor == placement.body; }

/// Where the chain of a planet comes to rest, if it does.
std::optional<Body> end_of_chain(std::vector<Placement> const& placements, Body from) {
  auto at = from;
  for (std::size_t step = 0; step <= planets.size(); ++step) {
    auto const& placement = placements[index_of(at)];
    if (rules_own_sign(placement)) return at;
    at = placement.dispositor;
  }
  return std::nullopt;
}

}  // namespace

double declination_of(double longitude, double latitude, double obliquity) {
  auto const height = std::sin(latitude * radian) * std::cos(obliquity * radian) +
                      std::cos(latitude * radian) * std::sin(obliquity * radian) * std::sin(longitude * radian);
  return std::asin(std::clamp(height, -1.0, 1.0)) / radian;
}

bool above_horizon(double longitude, double obliquity, double sidereal_time, double latitude) {
  auto const east = std::sin(longitude * radian) * std::cos(obliquity * radian);
  auto const ascension = std::atan2(east, std::cos(longitude * radian));
  auto const declination = declination_of(longitude, 0, obliquity) * radian;
  auto const height =
      std::sin(latitude * radian) * std::sin(declination) +
      std::cos(latitude * radian) * std::cos(declination) * std::cos(sidereal_time * radian - ascension);
  return height > 0;
}

SolarCondition solar_condition(Body body, double from_sun, ChartSettings const& settings) {
  if (!is_planet(body) || body == Body::sun) return SolarCondition::free;
  if (from_sun <= settings.cazimi) return SolarCondition::cazimi;
  if (from_sun < settings.combust) return SolarCondition::combust;
  return from_sun < settings.under_beams ? SolarCondition::under_beams : SolarCondition::free;
}

int accidental_score(Placement const& placement) {
  if (!is_planet(placement.body)) return 0;
  int score = 0;
  if (placement.house > 0) {
    constexpr std::array points = {5, 3, -2};
    score += points.at(index_of(angularity_of(placement.house)));
  }
  if (placement.retrograde) score -= 5;
  if (placement.solar == SolarCondition::combust) score -= 5;
  if (placement.solar == SolarCondition::cazimi) score += 5;
  return score;
}

std::vector<Reception> find_receptions(std::vector<Placement> const& placements, Rulership rulership) {
  std::vector<Reception> found;
  for (auto const host : planets) {
    auto const host_sign = placements[index_of(host)].sign;
    for (auto const guest : planets) {
      if (guest == host) continue;
      auto const sign = placements[index_of(guest)].sign;
      for (auto const dignity : {Dignity::domicile, Dignity::exaltation})
        if (holds(host, sign, dignity, rulership))
          found.push_back({host, guest, dignity, receives(guest, host_sign, rulership)});
    }
  }
  return found;
}

Balance weigh(std::vector<Placement> const& placements) {
  Balance balance;
  for (auto const& one : placements) {
    auto const weight = weight_of(one.body);
    balance.elements.at(index_of(element_of(one.sign))) += weight;
    balance.modalities.at(index_of(modality_of(one.sign))) += weight;
    if (one.house == 0 || !is_planet(one.body)) continue;
    (one.house >= 10 || one.house <= 3 ? balance.eastern : balance.western) += weight;
    (one.house <= 6 ? balance.northern : balance.southern) += weight;
  }
  return balance;
}

std::optional<Body> final_dispositor(std::vector<Placement> const& placements) {
  auto const first = end_of_chain(placements, Body::sun);
  bool const shared =
      first && std::ranges::all_of(planets, [&](Body one) { return end_of_chain(placements, one) == first; });
  return shared ? first : std::nullopt;
}

}  // namespace kelisim::astro
