#pragma once

#include "astro/names.h"

#include <cmath>
#include <cstdint>

namespace kelisim::astro {

/// What stands in a chart: the bodies of the sky, which an Ephemeris gives, and then the points that a place and a
/// moment make (`is_sky` tells them apart).
enum class Body : std::uint8_t {
  sun,
  moon,
  mercury,
  venus,
  mars,
  jupiter,
  saturn,
  uranus,
  neptune,
  pluto,
  north_node,
  lilith,
  chiron,
  ascendant,
  midheaven,
  lot_of_fortune,
  lot_of_spirit,
};
template <>
inline constexpr auto names<Body> = std::to_array<std::string_view>(
    {"sun", "moon", "mercury", "venus", "mars", "jupiter", "saturn", "uranus", "neptune", "pluto", "north_node",
     "lilith", "chiron", "ascendant", "midheaven", "lot_of_fortune", "lot_of_spirit"});

inline constexpr std::array planets = {Body::sun,     Body::moon,   Body::mercury, Body::venus,   Body::mars,
                                       Body::jupiter, Body::saturn, Body::uranus,  Body::neptune, Body::pluto};
/// The seven of tradition: they rule signs, days and hours.
inline constexpr std::array classical = {Body::sun,  Body::moon,    Body::mercury, Body::venus,
                                         Body::mars, Body::jupiter, Body::saturn};
inline constexpr std::array sky_bodies = {Body::sun,        Body::moon,   Body::mercury, Body::venus,   Body::mars,
                                          Body::jupiter,    Body::saturn, Body::uranus,  Body::neptune, Body::pluto,
                                          Body::north_node, Body::lilith, Body::chiron};

[[nodiscard]] constexpr bool is_sky(Body body) { return body <= Body::chiron; }
[[nodiscard]] constexpr bool is_planet(Body body) { return body <= Body::pluto; }
[[nodiscard]] constexpr bool is_classical(Body body) { return body <= Body::saturn; }
[[nodiscard]] constexpr bool is_luminary(Body body) { return body <= Body::moon; }

/// The tropical zodiac: thirty degrees each from the true equinox of date.
enum class Sign : std::uint8_t {
  aries,
  taurus,
  gemini,
  cancer,
  leo,
  virgo,
  libra,
  scorpio,
  sagittarius,
  capricorn,
  aquarius,
  pisces
};
template <>
inline constexpr auto names<Sign> =
    std::to_array<std::string_view>({"aries", "taurus", "gemini", "cancer", "leo", "virgo", "libra", "scorpio",
                                     "sagittarius", "capricorn", "aquarius", "pisces"});

enum class Element : std::uint8_t { fire, earth, air, water };
template <>
inline constexpr auto names<Element> = std::to_array<std::string_view>({"fire", "earth", "air", "water"});

enum class Modality : std::uint8_t { cardinal, fixed, mutable_ };
template <>
inline constexpr auto names<Modality> = std::to_array<std::string_view>({"cardinal", "fixed", "mutable"});

enum class AspectKind : std::uint8_t {
  conjunction,
  semisextile,
  semisquare,
  sextile,
  quintile,
  square,
  trine,
  sesquisquare,
  quincunx,
  opposition
};
template <>
inline constexpr auto names<AspectKind> =
    std::to_array<std::string_view>({"conjunction", "semisextile", "semisquare", "sextile", "quintile", "square",
                                     "trine", "sesquisquare", "quincunx", "opposition"});
/// The five of Ptolemy.
inline constexpr std::array major_aspects = {AspectKind::conjunction, AspectKind::sextile, AspectKind::square,
                                             AspectKind::trine, AspectKind::opposition};

/// How an aspect is felt; the fragments of pairs are named so.
enum class AspectNature : std::uint8_t { conjunct, flowing, tense };
template <>
inline constexpr auto names<AspectNature> = std::to_array<std::string_view>({"conjunct", "flowing", "tense"});

/// Degrees between the two bodies at exactness, 0 … 180.
[[nodiscard]] constexpr double angle_of(AspectKind kind) {
  constexpr std::array angles = {0.0, 30.0, 45.0, 60.0, 72.0, 90.0, 120.0, 135.0, 150.0, 180.0};
  return angles.at(index_of(kind));
}

[[nodiscard]] constexpr AspectNature nature_of(AspectKind kind) {
  using enum AspectKind;
  if (kind == conjunction) return AspectNature::conjunct;
  bool const flows = kind == semisextile || kind == sextile || kind == quintile || kind == trine;
  return flows ? AspectNature::flowing : AspectNature::tense;
}

/// The same direction in [0, 360).
[[nodiscard]] inline double normalized(double degrees) {
  if (degrees >= 0 && degrees < 360.0) return degrees;
  // A single turn is by far the commonest, and much cheaper than a remainder.
  double const turned = degrees >= -360.0 && degrees < 720.0 ? degrees : std::fmod(degrees, 360.0);
  double const positive = turned < 0 ? turned + 360.0 : turned;
  return positive >= 360.0 ? positive - 360.0 : positive;
}

/// From `from` to `to` the short way: (-180, 180], positive eastwards.
[[nodiscard]] inline double arc(double from, double to) {
  double const turn = normalized(to - from);
  return turn > 180.0 ? turn - 360.0 : turn;
}

/// Degrees between two longitudes: 0 … 180.
[[nodiscard]] inline double separation(double a, double b) { return std::abs(arc(a, b)); }

[[nodiscard]] inline Sign sign_of(double longitude) {
  return static_cast<Sign>(static_cast<int>(normalized(longitude) / 30.0) % 12);
}
[[nodiscard]] inline double degree_in_sign(double longitude) { return std::fmod(normalized(longitude), 30.0); }
[[nodiscard]] constexpr double start_of(Sign sign) { return 30.0 * static_cast<double>(index_of(sign)); }

[[nodiscard]] constexpr Element element_of(Sign sign) { return static_cast<Element>(index_of(sign) % 4); }
[[nodiscard]] constexpr Modality modality_of(Sign sign) { return static_cast<Modality>(index_of(sign) % 3); }
[[nodiscard]] constexpr Sign opposite(Sign sign) { return static_cast<Sign>((index_of(sign) + 6) % 12); }

}  // namespace kelisim::astro
