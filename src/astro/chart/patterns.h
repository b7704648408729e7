#pragma once

#include "astro/chart.h"

namespace kelisim::astro {

/// From the aspects and signs of the ten planets.
[[nodiscard]] std::vector<Pattern> find_patterns(std::vector<Placement> const& placements,
                                                 std::vector<Aspect> const& aspects);

}  // namespace kelisim::astro
