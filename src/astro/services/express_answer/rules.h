#pragma once

#include "astro/chart.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

class TomlTable;

enum class Band : std::uint8_t { yes, rather_yes, open, rather_no, no };
template <>
inline constexpr auto names<Band> = std::to_array<std::string_view>({"yes", "rather_yes", "open", "rather_no", "no"});

/// How the matter comes about, or why it does not.
enum class Perfection : std::uint8_t { direct, translation, collection, reception, none, prohibition, refranation };
template <>
inline constexpr auto names<Perfection> = std::to_array<std::string_view>(
    {"direct", "translation", "collection", "reception", "none", "prohibition", "refranation"});

enum class TimeUnit : std::uint8_t { hours, days, weeks, months };
template <>
inline constexpr auto names<TimeUnit> = std::to_array<std::string_view>({"hours", "days", "weeks", "months"});

/// For whom it is asked.
enum class Querent : std::uint8_t { self, partner, child, mother, father, sibling, friend_ };
template <>
inline constexpr auto names<Querent> =
    std::to_array<std::string_view>({"self", "partner", "child", "mother", "father", "sibling", "friend"});

/// `rules/express_answer.toml`.
struct AnswerRules {
  int repeat_days = 30;
  int horizon_days = 120;
  int transit_days = 30;
  double early_degree = 3;
  double late_degree = 27;
  double aspect_orb = 10;
  struct Scores {
    double direct_flowing = 0;
    double direct_conjunction = 0;
    double direct_tense = 0;
    double tense_reception = 0;
    std::array<double, count_of<Perfection>> perfection{};  ///< by Perfection; of direct: 0
    double dignity = 0;
    double angular = 0;
    double cadent = 0;
    double retrograde = 0;
    double combust = 0;
    double moon_helps = 0;
    double moon_hinders = 0;
    double caution = 0;
    int strong_from = 4;
    int weak_below = -3;
  } score;
  std::array<double, 4> band_from{};              ///< yes … rather_no, descending
  std::array<std::array<TimeUnit, 3>, 3> unit{};  ///< by Modality, then by Angularity
  double spread = 0.3;
  std::map<std::string, int, std::less<>> category;  ///< -> house
  std::array<int, count_of<Querent>> turned{};       ///< by Querent: house
};
[[nodiscard]] AnswerRules read_answer_rules(TomlTable& table);

/// The band of a score: the first whose limit it reaches.
[[nodiscard]] Band band_of(AnswerRules const& rules, double score);

}  // namespace kelisim::astro
