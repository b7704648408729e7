#pragma once

#include "astro/chart.h"

#include <map>
#include <string>
#include <vector>

namespace kelisim::astro {

class TomlTable;

enum class ActionKind : std::uint8_t { body, work, people, creativity, order, rest };
template <>
inline constexpr auto names<ActionKind> =
    std::to_array<std::string_view>({"body", "work", "people", "creativity", "order", "rest"});

enum class Frequency : std::uint8_t { daily, weekly, monthly };
template <>
inline constexpr auto names<Frequency> = std::to_array<std::string_view>({"daily", "weekly", "monthly"});

/// What a client's circumstances leave out.
enum class Limit : std::uint8_t { health, time, budget, city, alone };
template <>
inline constexpr auto names<Limit> = std::to_array<std::string_view>({"health", "time", "budget", "city", "alone"});

/// A part of life that a client wants to care for.
enum class LifeArea : std::uint8_t {
  self,
  money,
  learning,
  home,
  children,
  creativity,
  health,
  work,
  relationship,
  friends,
  rest,
  spirit
};
template <>
inline constexpr auto names<LifeArea> =
    std::to_array<std::string_view>({"self", "money", "learning", "home", "children", "creativity", "health", "work",
                                     "relationship", "friends", "rest", "spirit"});

/// One row of `actions.toml`.
struct Action {
  std::string id;
  Body planet{};
  Element element{};
  Modality modality{};
  int house = 1;
  ActionKind kind{};
  int effort = 1;  ///< 1 … 3
  int cost = 0;    ///< 0 … 2
  Frequency frequency{};
  std::vector<std::string> avoid;
};

/// `rules/sun_actions.toml`.
struct SunRules {
  int choose = 9;
  int per_kind = 2;
  int per_planet = 3;
  std::vector<ActionKind> needed_kinds;
  double similarity = 0.5;
  int weak_below = 0;
  int strong_from = 6;
  struct Weights {
    double sign = 1;
    double house = 1.2;
    double dispositor = 0.8;
    double aspect = 1;
    double leo = 0.6;
    double area = 0.5;
    double effort = 0.4;
  } weight;
  std::map<Limit, std::vector<std::string>> limit;
  std::map<LifeArea, std::vector<int>> area;
  int calendar_days = 90;
  int dates_min = 8;
  int dates_max = 12;
};
[[nodiscard]] SunRules read_sun_rules(TomlTable& table);
/// Every action; two of one id are a problem.
[[nodiscard]] std::vector<Action> read_actions(TomlTable& table);

}  // namespace kelisim::astro
