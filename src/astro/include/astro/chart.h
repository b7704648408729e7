#pragma once

#include "astro/dignity.h"
#include "astro/ephemeris.h"

#include "kernel/result.h"

#include <vector>

namespace kelisim::astro {

/// The widest orb of each kind, in degrees; 0 leaves a kind out. The wider of the two bodies' orbs counts for the
/// major aspects; points that cast no light (nodes, Lilith, Chiron, angles, lots) take the orb of the other body.
struct Orbs {
  double luminary = 8;  ///< Sun or Moon in a major aspect
  double planet = 6;    ///< two other planets in a major aspect
  double point = 3;     ///< neither is a planet
  double minor = 2;     ///< semisextile, semisquare, quintile, sesquisquare, quincunx
  friend bool operator==(Orbs const&, Orbs const&) = default;
};

/// What an astrologer chooses; kept with every result, so that it can be computed again.
struct ChartSettings {
  HouseSystem houses = HouseSystem::placidus;
  PointModels models;
  DignityRules dignities;
  Orbs orbs;
  bool fortune_turns_by_night = true;  ///< Asc + Sun - Moon by night (Dorotheus); false: the same as by day (Ptolemy)
  double combust = 8.5;                ///< degrees from the Sun
  double under_beams = 17.0;           ///< degrees from the Sun
  double cazimi = 17.0 / 60.0;         ///< degrees from the Sun
  double cusp_rule = 0.0;  ///< a body within so many degrees before a cusp counts in the next house (5 in horary)
  friend bool operator==(ChartSettings const&, ChartSettings const&) = default;
};

enum class SolarCondition : std::uint8_t { free, under_beams, combust, cazimi };
template <>
inline constexpr auto names<SolarCondition> =
    std::to_array<std::string_view>({"free", "under_beams", "combust", "cazimi"});

enum class Angularity : std::uint8_t { angular, succedent, cadent };
template <>
inline constexpr auto names<Angularity> = std::to_array<std::string_view>({"angular", "succedent", "cadent"});
/// By the number of the house, 1 … 12.
[[nodiscard]] constexpr Angularity angularity_of(int house) { return static_cast<Angularity>((house + 2) % 3); }

/// One body or point of a chart. The points have a longitude and nothing else.
struct Placement {
  Body body{};
  State state;
  Sign sign{};
  double declination = 0;  ///< degrees, north positive
  int house = 0;           ///< 1 … 12; 0 without a place
  bool retrograde = false;
  SolarCondition solar = SolarCondition::free;  ///< of the Moon and the planets
  Dignities dignities;                          ///< of planets; classical ones only have all of them
  int essential = 0;                            ///< score of the dignities
  int accidental = 0;  ///< angular +5, succedent +3, cadent -2, retrograde -5, combust -5, cazimi +5
  Body dispositor{};   ///< ruler of the sign
};

struct Aspect {
  Body first{};
  Body second{};
  AspectKind kind{};
  double orb = 0;         ///< degrees from exactness, positive
  double orb_max = 0;     ///< the orb allowed to these two
  bool applying = false;  ///< the orb is shrinking now; false for two points
  [[nodiscard]] double closeness() const { return 1 - orb / orb_max; }  ///< 1 exact … 0 at the limit
};

/// `guest` stands where `host` has its `dignity`, so `host` receives it.
struct Reception {
  Body host{};
  Body guest{};
  Dignity dignity{};    ///< domicile or exaltation
  bool mutual = false;  ///< the guest receives the host in its domicile or exaltation too
};

enum class PatternKind : std::uint8_t { t_square, grand_trine, grand_cross, stellium, yod };
template <>
inline constexpr auto names<PatternKind> =
    std::to_array<std::string_view>({"t_square", "grand_trine", "grand_cross", "stellium", "yod"});

/// Of the ten planets, by the aspects of the chart. A stellium is four or more planets in one sign. The T-squares
/// inside a grand cross are not told.
struct Pattern {
  PatternKind kind{};
  std::vector<Body> bodies;  ///< planets, in their order; the apex of a T-square or a yod stands first
};

/// Weighed: Sun, Moon and Ascendant 3, Mercury, Venus and Mars 2, the other planets 1. Hemispheres need a place.
struct Balance {
  std::array<int, 4> elements{};    ///< by Element
  std::array<int, 3> modalities{};  ///< by Modality
  int eastern = 0;                  ///< houses 10 … 3
  int western = 0;                  ///< houses 4 … 9
  int northern = 0;                 ///< houses 1 … 6, under the horizon
  int southern = 0;                 ///< houses 7 … 12
};

enum class MoonPhase : std::uint8_t {
  new_moon,
  waxing_crescent,
  first_quarter,
  waxing_gibbous,
  full,
  waning_gibbous,
  last_quarter,
  waning_crescent
};
template <>
inline constexpr auto names<MoonPhase> =
    std::to_array<std::string_view>({"new", "waxing_crescent", "first_quarter", "waxing_gibbous", "full",
                                     "waning_gibbous", "last_quarter", "waning_crescent"});
/// Eight equal parts of the elongation, the Moon's longitude less the Sun's; a quarter is the middle of its part.
[[nodiscard]] MoonPhase phase_of(double elongation);

struct StarContact {
  Star star{};
  Body body{};
  double orb = 0;  ///< degrees of longitude
};

struct Chart {
  Instant at;
  std::optional<Place> place;
  ChartSettings settings;
  std::vector<Placement> placements;  ///< sky_bodies in their order, then (with a place) the points in theirs
  std::optional<Houses> houses;
  std::vector<Aspect> aspects;  ///< of bodies and points, by the enumeration of the first, then of the second
  std::vector<Reception> receptions;
  std::vector<Pattern> patterns;
  Balance balance;
  MoonPhase phase{};
  double elongation = 0;                 ///< Moon less Sun, [0, 360)
  bool day = true;                       ///< the Sun stands above the horizon; true without a place
  std::optional<Body> final_dispositor;  ///< the one planet in its own domicile to which every chain leads
  double fortune_by_day = 0;             ///< Asc + Moon - Sun, whatever the sect; with a place
  double fortune_by_night = 0;           ///< Asc + Sun - Moon, whatever the sect; with a place

  /// Bug for a point that this chart does not have (`has`).
  [[nodiscard]] Placement const& of(Body body) const;
  [[nodiscard]] bool has(Body body) const;
  /// 1 … 12; 0 without a place.
  [[nodiscard]] int house_of(double longitude) const;
  /// The sign on the cusp of house 1 … 12, its ruler by the settings' rulership. Bug without a place.
  [[nodiscard]] Sign cusp_sign(int house) const;
  [[nodiscard]] Body ruler_of_house(int house) const;
  [[nodiscard]] Aspect const* aspect(Body a, Body b) const;  ///< nullptr when there is none
};

/// In order of precedence.
enum class ChartRefusal : std::uint8_t {
  outside_ephemeris = 1,  ///< the instant is not covered
  impossible_place        ///< latitude or longitude out of range, or not a number
};

/// Without a place (or with a time unknown) there are no houses, angles or lots. At the poles themselves houses are
/// computed for a latitude of 89.99 degrees. Fault when the ephemeris lacks a file.
[[nodiscard]] Result<Chart, ChartRefusal> compute_chart(Ephemeris& ephemeris, Instant at,
                                                        std::optional<Place> const& place,
                                                        ChartSettings const& settings = {});

/// The orb allowed to these two for this kind, 0 for none.
[[nodiscard]] double orb_allowed(Orbs const& orbs, Body a, Body b, AspectKind kind);

/// Aspects between the bodies of one chart and those of another (synastry, a return or progression against the
/// birth). `first` is of `moving`, `second` of `fixed`; `applying` takes `fixed` as standing still.
[[nodiscard]] std::vector<Aspect> aspects_between(Chart const& moving, Chart const& fixed, Orbs const& orbs);

/// Stars within `orb` degrees of longitude of a body or angle.
[[nodiscard]] std::vector<StarContact> star_contacts(Ephemeris& ephemeris, Chart const& chart, double orb = 1.0);

/// The chain of rulers of signs from a body: each once; it ends with a planet in its own domicile, or before a
/// repeat.
[[nodiscard]] std::vector<Body> dispositor_chain(Chart const& chart, Body from);

/// Annual profections from the Ascendant, a sign a year: `age` in completed years.
struct Profection {
  int house = 1;  ///< 1 … 12
  Sign sign{};
  Body lord{};  ///< the classical ruler
};
[[nodiscard]] Profection profection(Sign ascendant, int age);

}  // namespace kelisim::astro
