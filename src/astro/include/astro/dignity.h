#pragma once

#include "astro/sky.h"

#include <optional>

namespace kelisim::astro {

/// Essential dignities and debilities, strongest first.
/// Source: Ptolemy, Tetrabiblos I.17-22, with the points of Lilly, Christian Astrology (1647), p. 115.
enum class Dignity : std::uint8_t { domicile, exaltation, triplicity, term, face, detriment, fall, peregrine };
template <>
inline constexpr auto names<Dignity> = std::to_array<std::string_view>(
    {"domicile", "exaltation", "triplicity", "term", "face", "detriment", "fall", "peregrine"});

/// A set of dignities.
class Dignities {
 public:
  constexpr void add(Dignity one) { bits_ |= bit(one); }
  [[nodiscard]] constexpr bool has(Dignity one) const { return (bits_ & bit(one)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(Dignities, Dignities) = default;

 private:
  static constexpr unsigned bit(Dignity one) { return 1U << index_of(one); }
  unsigned bits_ = 0;
};

/// `modern` gives Scorpio to Pluto, Aquarius to Uranus and Pisces to Neptune as rulers; Mars, Saturn and Jupiter keep
/// their dignity there.
enum class Rulership : std::uint8_t { classical, modern };
template <>
inline constexpr auto names<Rulership> = std::to_array<std::string_view>({"classical", "modern"});

/// `dorothean`: three rulers of an element, day, night and participating; the participating one counts too.
/// `lilly`: two rulers, Mars alone for water.
enum class TriplicityRule : std::uint8_t { dorothean, lilly };
template <>
inline constexpr auto names<TriplicityRule> = std::to_array<std::string_view>({"dorothean", "lilly"});

enum class TermRule : std::uint8_t { egyptian, ptolemaic };
template <>
inline constexpr auto names<TermRule> = std::to_array<std::string_view>({"egyptian", "ptolemaic"});

struct DignityRules {
  Rulership rulership = Rulership::classical;
  TriplicityRule triplicity = TriplicityRule::dorothean;
  TermRule terms = TermRule::egyptian;
  friend bool operator==(DignityRules const&, DignityRules const&) = default;
};

[[nodiscard]] Body ruler_of(Sign sign, Rulership rulership = Rulership::classical);
/// Nothing for the five signs where no classical planet is exalted.
[[nodiscard]] std::optional<Body> exalted_in(Sign sign);
/// The ruler by day or by night (never the participating one).
[[nodiscard]] Body triplicity_ruler(Sign sign, bool day, TriplicityRule rule = TriplicityRule::dorothean);
[[nodiscard]] Body term_ruler(double longitude, TermRule rule = TermRule::egyptian);
/// Decans in Chaldean order from Mars at 0 Aries.
[[nodiscard]] Body face_ruler(double longitude);

/// Of a planet at a longitude; of the outer planets only domicile and detriment by modern rulership, and none is ever
/// peregrine. A classical planet with no positive dignity is peregrine, whether it is in debility or not.
[[nodiscard]] Dignities essential_dignities(Body planet, double longitude, bool day, DignityRules const& rules = {});

/// 5, 4, 3, 2, 1 for the dignities; -5 detriment, -4 fall, -5 peregrine (not added to detriment or fall).
[[nodiscard]] int essential_score(Dignities dignities);

}  // namespace kelisim::astro
