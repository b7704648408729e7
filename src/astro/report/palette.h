#pragma once

#include "report/scene.h"

#include "astro/wheel.h"

namespace kelisim::astro::report {

/// The colours of one theme. Every pair of text and paper has a contrast of at least 4.5 to 1; nothing is told by
/// colour alone.
struct Palette {
  Colour paper;
  Colour ink;
  Colour muted;
  Colour hairline;
  Colour band;  ///< behind the houses' numbers and every second row of a table
  std::array<Colour, 4> elements;
  double element_tint = 0.12;  ///< opacity of an element's colour behind its signs
  Colour flowing;
  Colour tense;
  Colour neutral;
  Colour mark;
};

inline constexpr Palette light_palette = {
    .paper = paper::white,
    .ink = paper::ink,
    .muted = paper::muted,
    .hairline = paper::hairline,
    .band = colour(0xf6f3ec),
    .elements = {colour(0xa63f2b), colour(0x55713a), colour(0x8a6a12), colour(0x2b6288)},
    .element_tint = 0.11,
    .flowing = colour(0x23688c),
    .tense = colour(0xa83b36),
    .neutral = colour(0x646a74),
    .mark = colour(0xe8b23a),
};
inline constexpr Palette dark_palette = {
    .paper = colour(0x15181d),
    .ink = colour(0xece8df),
    .muted = colour(0xa1a8b3),
    .hairline = colour(0x3b424d),
    .band = colour(0x1d2127),
    .elements = {colour(0xe98f74), colour(0xa9c482), colour(0xe0c163), colour(0x83b9de)},
    .element_tint = 0.14,
    .flowing = colour(0x79b8d9),
    .tense = colour(0xe8857e),
    .neutral = colour(0xa1a8b3),
    .mark = colour(0xe8b23a),
};

[[nodiscard]] constexpr Palette const& palette_of(Theme theme) {
  return theme == Theme::dark ? dark_palette : light_palette;
}

}  // namespace kelisim::astro::report
