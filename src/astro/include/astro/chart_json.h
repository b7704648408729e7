#pragma once

#include "astro/chart.h"

#include <string>

namespace kelisim::astro {

/// Canonical JSON of a chart: instant, place, settings, placements, houses, aspects, patterns and balance. The same
/// chart gives the same bytes.
[[nodiscard]] std::string to_json(Chart const& chart);

}  // namespace kelisim::astro
