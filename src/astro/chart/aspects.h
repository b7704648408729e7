#pragma once

#include "astro/chart.h"

namespace kelisim::astro {

/// The closest aspect of two placements within the orbs, if there is one. `second_moves` false: it stands still.
[[nodiscard]] std::optional<Aspect> aspect_of(Placement const& first, Placement const& second, Orbs const& orbs,
                                              bool second_moves);

/// Between all placements of one chart, but not between two points that are no bodies of the sky.
[[nodiscard]] std::vector<Aspect> aspects_within(std::vector<Placement> const& placements, Orbs const& orbs);

}  // namespace kelisim::astro
