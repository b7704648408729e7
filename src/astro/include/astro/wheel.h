#pragma once

#include "astro/chart.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// The texts of one language: `words(group, subject, key)` is what `fragments/<language>/<group>.toml` says under
/// `[subject] key`. A drawing takes the names of bodies, signs, aspects and houses from `frame`/`term`, and the rest
/// from `document`.
using Words = std::function<std::string(std::string_view group, std::string_view subject, std::string_view key)>;

/// Chosen when the picture is made: the exported file has no style sheet that could change it.
enum class Theme : std::uint8_t { light, dark };
/// `full`: degree, sign and minute beside every glyph. `compact`: bigger glyphs and whole degrees, for a small
/// screen.
enum class WheelDetail : std::uint8_t { full, compact };

/// Longitudes that a body runs through while the time of birth is unknown: from `from` eastwards to `to`.
struct LongitudeRange {
  Body body{};
  double from = 0;
  double to = 0;
};

struct WheelOptions {
  std::string language = "ru";
  std::string title = {};  ///< of the picture, for screen readers
  Theme theme = Theme::light;
  WheelDetail detail = WheelDetail::full;
  std::vector<Body> bodies = {Body::sun,        Body::moon,   Body::mercury, Body::venus,         Body::mars,
                              Body::jupiter,    Body::saturn, Body::uranus,  Body::neptune,       Body::pluto,
                              Body::north_node, Body::lilith, Body::chiron,  Body::lot_of_fortune};
  std::optional<Body> mark = {};            ///< set off by a disc of its own
  Chart const* transits = nullptr;          ///< of another moment, in a second ring outside; not owned
  std::vector<LongitudeRange> ranges = {};  ///< drawn as arcs at the true degrees
  bool outer_aspects = false;               ///< also among Uranus, Neptune and Pluto
  bool minor_aspects = false;               ///< also semisextile, semisquare, quintile and sesquisquare
  bool legend = false;                      ///< the aspects that occur, with their lines and names, under the wheel
};

/// A wheel as one SVG file of at most 60 KB that needs nothing else: glyphs are outlines, the table of positions and
/// aspects is its description for screen readers, every body is a group with `data-name` (the body's name) and a
/// tooltip. The Ascendant stands at the left; without houses 0° Aries does, and the picture says so.
[[nodiscard]] std::string wheel_svg(Chart const& chart, WheelOptions const& options, Words const& words);
/// The same picture as a PNG file, `pixels` wide.
[[nodiscard]] std::string wheel_png(Chart const& chart, WheelOptions const& options, Words const& words, int pixels);

/// The table behind the picture: one line a body, an angle, an aspect.
[[nodiscard]] std::string wheel_text(Chart const& chart, WheelOptions const& options, Words const& words);

}  // namespace kelisim::astro
