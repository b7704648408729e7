#pragma once

#include "report/palette.h"
#include "report/scene.h"

#include "astro/wheel.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::astro::report {

/// Distances from the centre and sizes of type, in the units of the scene.
struct WheelSizes {
  double half = 500;  ///< half the side of the square
  double zodiac_outer = 440;
  double zodiac_inner = 386;
  double sign = 36;
  double glyph_at = 345;
  double glyph = 42;
  double degree_at = 303;
  double degree = 24;
  double sign_at = 270;  ///< of the small sign; 0: none
  double small_sign = 21;
  double minute_at = 242;
  double minute = 19;
  double retrograde_at = 219;
  double retrograde = 16;
  double house_outer = 206;
  double house_inner = 181;
  double house = 18;
  double transit_outer = 0;  ///< outer edge of the ring of transits; 0: none
  double transit_at = 0;
  double transit_glyph = 0;
  double transit_degree_at = 0;
  double transit_degree = 0;
  double label_at = 468;  ///< of Asc, MC and their opposites
  double label = 23;
  double gap = 7.4;     ///< degrees between two glyphs
  double obstacle = 4;  ///< degrees between a glyph and a cusp
};

[[nodiscard]] WheelSizes wheel_sizes(WheelOptions const& options);

/// A glyph on the wheel: where it belongs, and where there is room for it.
struct Placed {
  Placement const* placement = nullptr;
  double shown = 0;  ///< longitude of the drawn glyph
};

/// Everything the parts of the drawing share.
struct WheelPlan {
  Chart const& chart;
  WheelOptions const& options;
  Words const& words;
  WheelSizes sizes;
  Palette const& palette;
  double left = 0;  ///< the longitude at the left
  Point centre;
  std::vector<Placed> bodies;
  std::vector<Placed> transits;

  [[nodiscard]] Point at(double longitude, double radius) const;
  /// Degrees of the drawing (see PathStep) for a longitude.
  [[nodiscard]] double turned(double longitude) const { return 180 - (longitude - left); }
  [[nodiscard]] std::string term(std::string_view key) const { return words("frame", "term", key); }
};

[[nodiscard]] WheelPlan plan_wheel(Chart const& chart, WheelOptions const& options, Words const& words);

[[nodiscard]] Glyph glyph_of(Sign sign);
/// Nothing for the angles, which have labels.
[[nodiscard]] std::optional<Glyph> glyph_of(Body body);
[[nodiscard]] Glyph glyph_of(AspectKind kind);

/// How the line of an aspect looks: colour by nature, dash by kind, width and opacity by exactness, so that it can be
/// read in grey.
[[nodiscard]] Stroke aspect_stroke(AspectKind kind, double closeness, Palette const& palette);
/// The aspects that the wheel shows.
[[nodiscard]] std::vector<Aspect const*> shown_aspects(Chart const& chart, WheelOptions const& options);

/// The whole picture.
[[nodiscard]] Scene wheel_scene(Chart const& chart, WheelOptions const& options, Words const& words);

}  // namespace kelisim::astro::report
