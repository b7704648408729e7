#pragma once

#include "astro/chart.h"

#include <array>
#include <map>
#include <string>

namespace kelisim::astro {

class TomlTable;

/// The twelve themes of a life: of each, few findings are kept, and what contradicts itself in one is told together.
enum class LifeTheme : std::uint8_t {
  identity,
  feelings,
  mind,
  love,
  will,
  growth,
  structure,
  freedom,
  home,
  work,
  money,
  meaning
};
template <>
inline constexpr auto names<LifeTheme> =
    std::to_array<std::string_view>({"identity", "feelings", "mind", "love", "will", "growth", "structure", "freedom",
                                     "home", "work", "money", "meaning"});

/// `rules/natal_base.toml`.
struct NatalRules {
  int keep_min = 12;
  int keep_max = 18;
  int per_theme = 2;
  int section_min = 2;
  double similarity = 0.45;
  double rarity_min = 0.6;
  double rarity_max = 1.8;
  double aspect_share = 0;
  int year_dates = 10;
  std::map<Body, double> planet;
  std::array<double, 3> angularity{};  ///< by Angularity
  std::map<std::string, double, std::less<>> group;
  struct Balance {
    int element_strong = 0;
    int element_weak = 0;
    int modality_strong = 0;
    int modality_weak = 0;
    int hemisphere = 0;
  } balance;
  std::map<Body, LifeTheme> theme_of_planet;
  std::array<LifeTheme, 12> theme_of_house{};
  std::array<std::string, 12> section_of_house;
};
[[nodiscard]] NatalRules read_natal_rules(TomlTable& table);

/// How often a finding stands in a chart: `rules/rarity.toml`, written by `kelisim astro rarity` from a reference set
/// of random charts with a fixed seed.
struct Rarity {
  int charts = 0;
  std::map<std::string, int, std::less<>> seen;  ///< finding id -> charts that have it
};
[[nodiscard]] Rarity read_rarity(TomlTable& table);

}  // namespace kelisim::astro
