#pragma once

#include "report/path.h"

namespace kelisim::astro::report {

/// The signs of astrology, drawn by ourselves as strokes in a square of 24 units about the centre (12, 12), to be
/// stroked with round caps and joins. They are outlines and never text: a browser may turn U+2648 … U+2653 into
/// coloured pictures, and no common font has all of them.
enum class Glyph {
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
  pisces,
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
  south_node,
  lilith,
  chiron,
  ceres,
  pallas,
  juno,
  vesta,
  fortune,
  spirit,
  retrograde,
  conjunction,
  semisextile,
  semisquare,
  sextile,
  quintile,
  square,
  trine,
  sesquisquare,
  quincunx,
  opposition,
};
inline constexpr int glyph_count = static_cast<int>(Glyph::opposition) + 1;
inline constexpr double glyph_box = 24;
/// The stroke that suits the drawings, in their own units.
inline constexpr double glyph_stroke = 1.7;

[[nodiscard]] Path const& glyph_path(Glyph glyph);

}  // namespace kelisim::astro::report
