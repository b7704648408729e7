#pragma once

#include <span>
#include <vector>

namespace kelisim::astro::report {

/// A line from the centre that no glyph should stand on.
struct Obstacle {
  double at = 0;      ///< degrees
  double margin = 0;  ///< degrees to keep free on either side
  bool axis = false;  ///< given up only after every other one
};

/// Where glyphs that want to stand at `wanted` (degrees on a circle) are drawn, so that neighbours are at least `gap`
/// apart and the sum of the squared shifts is the least possible. Their order is kept, and no glyph crosses an
/// obstacle or comes nearer to it than its margin: as long as there is room. Where a part between two obstacles has
/// too little room, the obstacle with the roomier other side is given up, axes last. Answers in [0, 360), in the
/// order of `wanted`; `wanted.size() * gap` must stay under 360.
///
/// The method is isotonic regression (pool adjacent violators) after taking the gaps out, O(n log n); bounds of a
/// part are the same for all its glyphs once the gaps are out, so cutting its solution at them keeps it optimal. A
/// free circle is cut at its largest gap; if the solution overlaps there, at the next largest.
[[nodiscard]] std::vector<double> spread(std::span<double const> wanted, double gap,
                                         std::span<Obstacle const> obstacles);

}  // namespace kelisim::astro::report
