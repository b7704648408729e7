#pragma once

#include "report/glyphs.h"
#include "report/path.h"

#include "paper/colour.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kelisim::astro::report {

using paper::Colour;
using paper::colour;

struct Stroke {
  Colour colour;
  double width = 1;
  double opacity = 1;
  std::vector<double> dash;  ///< lengths of line and gap in turn; empty: a whole line
};

struct Fill {
  Colour colour;
  double opacity = 1;
};

struct Outline {
  Path path;
  std::optional<Stroke> stroke;
  std::optional<Fill> fill;
};

struct GlyphMark {
  Glyph glyph;
  Point centre;
  double size = glyph_box;  ///< side of the glyph's square, in the scene's units
  Colour colour;
  double weight = 1;  ///< of the stroke, 1 = as drawn
};

enum class Anchor { start, middle, end };

/// One line of text whose digits and capitals are centred on `at` vertically.
struct Label {
  std::string text;
  Point at;
  double size = 12;
  Colour colour;
  Anchor anchor = Anchor::middle;
  bool bold = false;
};

/// What follows until `GroupEnd` is one thing: its title is the tooltip, its name lets a page find it.
struct GroupStart {
  std::string name;
  std::string title;
};
struct GroupEnd {};

using Element = std::variant<Outline, GlyphMark, Label, GroupStart, GroupEnd>;

/// A drawing that knows nothing of its medium; `svg.h` and `canvas.h` render it, so print and screen have one
/// geometry.
struct Scene {
  double width = 0;
  double height = 0;
  std::string language;
  std::string title;
  std::string description;
  std::vector<Element> elements;
};

/// The face of every number and label in a drawing, with what may stand in for it.
inline constexpr char scene_font[] = "PT Sans";
/// From the middle of a digit to its base line, in units of the size of the text.
inline constexpr double digit_middle = 0.35;

}  // namespace kelisim::astro::report
