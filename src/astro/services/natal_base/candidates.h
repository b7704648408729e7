#pragma once

#include "services/natal_base/rules.h"
#include "services/natal_reading.h"

#include "astro/findings.h"

#include <string>
#include <vector>

namespace kelisim::astro {

/// What a birth chart may be said to mean, before anything is chosen.
struct NatalCandidate {
  Finding finding;
  std::string section;  ///< portrait, strengths, tensions, work, relations
  int pull = 0;         ///< +1 helps, -1 strains, 0 neither: what contradicts itself is told together
  double base = 0;      ///< importance without rarity
};

/// Every candidate whose facts are among `facts`, in a fixed order. Weights hold rarity already.
[[nodiscard]] std::vector<NatalCandidate> natal_candidates(NatalReading const& reading, Facts const& facts,
                                                           NatalRules const& rules, Rarity const& rarity);

/// rarity_min … rarity_max: 1 for what one chart in twelve has.
[[nodiscard]] double rarity_of(NatalRules const& rules, Rarity const& rarity, std::string_view id);

}  // namespace kelisim::astro
