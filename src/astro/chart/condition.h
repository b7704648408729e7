#pragma once

#include "astro/chart.h"

/// What a chart says of its planets, beyond where they are.
namespace kelisim::astro {

/// Degrees, north positive. Both in degrees; the ecliptic and the obliquity of date.
[[nodiscard]] double declination_of(double longitude, double latitude, double obliquity);

/// Whether a point of the ecliptic stands above the horizon; `sidereal_time` is the local one, in degrees.
[[nodiscard]] bool above_horizon(double longitude, double obliquity, double sidereal_time, double latitude);

[[nodiscard]] SolarCondition solar_condition(Body body, double from_sun, ChartSettings const& settings);
[[nodiscard]] int accidental_score(Placement const& placement);

[[nodiscard]] std::vector<Reception> find_receptions(std::vector<Placement> const& placements, Rulership rulership);
[[nodiscard]] Balance weigh(std::vector<Placement> const& placements);
[[nodiscard]] std::optional<Body> final_dispositor(std::vector<Placement> const& placements);

}  // namespace kelisim::astro
