#pragma once

#include "astro/chart.h"

#include "kernel/civil.h"

#include <map>
#include <string>
#include <vector>

namespace kelisim::astro {

class TomlTable;

/// What may come to a point of the birth chart.
enum class MoneyMover : std::uint8_t { jupiter, saturn, uranus, venus, mars, eclipse, station };
template <>
inline constexpr auto names<MoneyMover> =
    std::to_array<std::string_view>({"jupiter", "saturn", "uranus", "venus", "mars", "eclipse", "station"});

/// What stands for money in a birth chart: the six of Partridge, and those of earning together with others.
enum class MoneyPoint : std::uint8_t {
  ruler_2,
  in_second,
  lot_of_fortune,
  fortune_dispositor,
  jupiter,
  venus,
  ruler_8,
  ruler_10,
  ruler_11
};
template <>
inline constexpr auto names<MoneyPoint> =
    std::to_array<std::string_view>({"ruler_2", "in_second", "lot_of_fortune", "fortune_dispositor", "jupiter",
                                     "venus", "ruler_8", "ruler_10", "ruler_11"});

/// `rules/money.toml`.
struct MoneyRules {
  int style_max = 5;
  int leaks_max = 3;
  int habits = 5;
  int support_months = 3;
  int care_months = 3;
  double sigma_applying = 1;      ///< degrees
  double sigma_separating = 0.5;  ///< degrees
  double eclipse_orb = 3;         ///< degrees
  int strong_from = 4;
  int weak_below = -1;
  int dates = 6;
  int dates_days = 120;
  CivilTime allowed_from;
  CivilTime allowed_to;
  std::map<MoneyMover, double> mover;
  std::map<MoneyPoint, double> point;
  double flowing = 1;
  double tense = -1;
  std::map<MoneyMover, double> conjunction;                  ///< of the moving planets
  std::map<std::string, std::vector<std::string>> habit_of;  ///< style or leak -> habits, best first
  std::vector<std::pair<std::string, int>> events;           ///< election -> how many of the dates
};
[[nodiscard]] MoneyRules read_money_rules(TomlTable& table);

}  // namespace kelisim::astro
