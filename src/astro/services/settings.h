#pragma once

#include "astro/chart.h"
#include "astro/events.h"

#include <string>
#include <vector>

namespace kelisim::astro {

class TomlTable;

/// `settings.toml`.
struct AstrologerSettings {
  ChartSettings natal;
  ChartSettings horary;
  VoidRule void_rule = VoidRule::classical;
  double star_orb = 1;  ///< degrees
  std::vector<std::string> languages;
};
[[nodiscard]] AstrologerSettings read_settings(TomlTable& table);

}  // namespace kelisim::astro
