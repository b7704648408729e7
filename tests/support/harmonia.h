#pragma once

#include "terms/terms.h"

#include <filesystem>

namespace kelisim::test {

/// The terms of HARMONIA's first edition, as the repository has them.
inline terms::Terms const& harmonia() {
  static auto const terms =
      terms::read_terms(std::filesystem::path(KELISIM_SOURCE_DIR) / "brands/harmonia/terms/2023-02-24.toml");
  return terms;
}

}  // namespace kelisim::test
