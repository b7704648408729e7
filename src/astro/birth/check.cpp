#include "birth/check.h"

#include "kernel/zone.h"

#include <chrono>
#include <cmath>

namespace kelisim::astro {
namespace {

constexpr int most_uncertainty_minutes = 720;
constexpr int most_offset_seconds = 16 * 3600;
constexpr int seconds_of_a_day = 86'400;

}  // namespace

std::optional<BirthProblem> date_problem(CivilDate date) {
  auto const real = (std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day)).ok();
  if (!real) return BirthProblem::date_unreadable;
  if (date < first_birth_date || date > last_birth_date) return BirthProblem::date_out_of_range;
  return std::nullopt;
}

std::optional<BirthProblem> time_problem(std::optional<StatedTime> const& time) {
  if (!time) return std::nullopt;
  if (time->time.seconds < 0 || time->time.seconds >= seconds_of_a_day) return BirthProblem::time_unreadable;
  if (time->plus_minus_minutes < 0 || time->plus_minus_minutes > most_uncertainty_minutes) {
    return BirthProblem::uncertainty_unreadable;
  }
  return std::nullopt;
}

std::optional<BirthProblem> place_problem(BirthPlace const& place) {
  auto const real = std::isfinite(place.at.latitude) && std::isfinite(place.at.longitude) &&
                    std::abs(place.at.latitude) <= 90 && std::abs(place.at.longitude) <= 180;
  if (!real) return BirthProblem::coordinates_unreadable;
  if (!Zone::load(place.zone)) return BirthProblem::zone_unknown;
  return std::nullopt;
}

std::optional<BirthProblem> offset_problem(std::optional<OffsetOverride> const& offset) {
  if (!offset) return std::nullopt;
  if (std::abs(offset->seconds_east) > most_offset_seconds) return BirthProblem::offset_unreadable;
  if (offset->reason.empty()) return BirthProblem::offset_without_reason;
  return std::nullopt;
}

}  // namespace kelisim::astro
