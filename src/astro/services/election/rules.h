#pragma once

#include "astro/chart.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

class TomlTable;

/// Everything an election may ask of a moment. Rule tables give it a weight, or make it a veto.
enum class ElectionRule : std::uint8_t {
  moon_void,
  eclipse,
  mercury_retrograde,
  venus_retrograde,
  mars_retrograde,
  moon_hard_mars,
  moon_hard_saturn,
  moon_hard_outer,
  via_combusta,
  moon_sign_strong,
  moon_sign_fit,
  moon_sign_weak,
  moon_waxing,
  moon_waning,
  moon_full,
  moon_fast,
  moon_slow,
  moon_applies_benefic,
  moon_body_part,
  ruler_1_good,
  ruler_2_good,
  ruler_4_good,
  ruler_7_good,
  ruler_8_good,
  ruler_9_good,
  ruler_10_good,
  ruler_11_good,
  ruler_1_afflicted,
  ruler_2_afflicted,
  ruler_7_afflicted,
  ruler_10_afflicted,
  venus_strong,
  venus_weak,
  sun_strong,
  mercury_direct,
  mercury_strong,
  mercury_weak,
  jupiter_angular,
  venus_angular,
  saturn_angular,
  mars_angular,
  asc_fixed,
  asc_cardinal,
  asc_mutable,
  planetary_hour_fit,
  planetary_hour_misfit,
  planetary_day_fit,
  natal_support,
  natal_tension,
  partner_support,
  partner_tension,
  station_near,
  stable
};
template <>
inline constexpr auto names<ElectionRule> = std::to_array<std::string_view>({"moon_void",
                                                                             "eclipse",
                                                                             "mercury_retrograde",
                                                                             "venus_retrograde",
                                                                             "mars_retrograde",
                                                                             "moon_hard_mars",
                                                                             "moon_hard_saturn",
                                                                             "moon_hard_outer",
                                                                             "via_combusta",
                                                                             "moon_sign_strong",
                                                                             "moon_sign_fit",
                                                                             "moon_sign_weak",
                                                                             "moon_waxing",
                                                                             "moon_waning",
                                                                             "moon_full",
                                                                             "moon_fast",
                                                                             "moon_slow",
                                                                             "moon_applies_benefic",
                                                                             "moon_body_part",
                                                                             "ruler_1_good",
                                                                             "ruler_2_good",
                                                                             "ruler_4_good",
                                                                             "ruler_7_good",
                                                                             "ruler_8_good",
                                                                             "ruler_9_good",
                                                                             "ruler_10_good",
                                                                             "ruler_11_good",
                                                                             "ruler_1_afflicted",
                                                                             "ruler_2_afflicted",
                                                                             "ruler_7_afflicted",
                                                                             "ruler_10_afflicted",
                                                                             "venus_strong",
                                                                             "venus_weak",
                                                                             "sun_strong",
                                                                             "mercury_direct",
                                                                             "mercury_strong",
                                                                             "mercury_weak",
                                                                             "jupiter_angular",
                                                                             "venus_angular",
                                                                             "saturn_angular",
                                                                             "mars_angular",
                                                                             "asc_fixed",
                                                                             "asc_cardinal",
                                                                             "asc_mutable",
                                                                             "planetary_hour_fit",
                                                                             "planetary_hour_misfit",
                                                                             "planetary_day_fit",
                                                                             "natal_support",
                                                                             "natal_tension",
                                                                             "partner_support",
                                                                             "partner_tension",
                                                                             "station_near",
                                                                             "stable"});

/// What counts as the beginning of the matter.
enum class StartMoment : std::uint8_t { signature, payment, yes, departure, first_action };
template <>
inline constexpr auto names<StartMoment> =
    std::to_array<std::string_view>({"signature", "payment", "yes", "departure", "first_action"});

struct EventRules {
  std::string id = {};
  StartMoment start{};
  std::vector<Body> rulers = {};          ///< planets whose day and hour fit
  std::vector<Sign> moon_signs = {};      ///< where the Moon fits the matter
  std::vector<Body> stations = {};        ///< planets whose station counts
  std::vector<ElectionRule> vetoes = {};  ///< the first that holds is the one named
  std::vector<ElectionRule> relax = {};   ///< given up in this order
  std::map<ElectionRule, double> weight = {};
};

/// `rules/election.toml`.
struct ElectionRules {
  double sky_share = 0.6;
  int window_minutes = 15;
  double tolerance = 0.06;
  int stable_minutes = 5;
  int best = 5;
  double natal_hit = 0.12;
  double good_level = 0.62;
  std::vector<Sign> strong_signs;
  std::vector<Sign> weak_signs;
  double ruler_orb = 4;  ///< degrees
  std::map<std::string, EventRules, std::less<>> events;
};
[[nodiscard]] ElectionRules read_election_rules(TomlTable& table);

}  // namespace kelisim::astro
