#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace kelisim::astro {

/// Marginal relevance: takes the best again and again, each time less what the candidate shares with those already
/// taken. Ties go to the earlier candidate.
struct Choosing {
  std::size_t count = 0;                      ///< at most so many are taken
  double loss = 0;                            ///< 0 … 1: share of the weight that a perfect likeness costs
  std::function<double(std::size_t)> weight;  ///< of a candidate
  std::function<double(std::size_t, std::size_t)> likeness;                   ///< 0 … 1
  std::function<bool(std::size_t, std::vector<std::size_t> const&)> allowed;  ///< beside those taken
};

/// Indices of the chosen among `candidates` candidates, in the order they were taken.
[[nodiscard]] std::vector<std::size_t> choose(std::size_t candidates, Choosing const& choosing);

}  // namespace kelisim::astro
