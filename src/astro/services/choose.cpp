#include "services/choose.h"

#include <algorithm>
#include <optional>

namespace kelisim::astro {

std::vector<std::size_t> choose(std::size_t candidates, Choosing const& choosing) {
  std::vector<std::size_t> taken;
  std::vector<double> nearest(candidates, 0);  // the greatest likeness to anything taken
  while (taken.size() < choosing.count) {
    std::optional<std::size_t> best;
    double best_value = 0;
    for (std::size_t one = 0; one < candidates; ++one) {
      if (std::ranges::find(taken, one) != taken.end() || !choosing.allowed(one, taken)) continue;
      auto const weight = choosing.weight(one);
      auto const value = weight - choosing.loss * std::abs(weight) * nearest[one];
      if (!best || value > best_value) {
        best = one;
        best_value = value;
      }
    }
    if (!best) break;
    taken.push_back(*best);
    for (std::size_t one = 0; one < candidates; ++one)
      nearest[one] = std::max(nearest[one], choosing.likeness(one, *best));
  }
  return taken;
}

}  // namespace kelisim::astro
