#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro::report {

/// A point of a drawing: x to the right, y downwards, in the drawing's own units.
struct Point {
  double x = 0;
  double y = 0;
};

/// One step of an outline. An arc runs about `a` with `radius` from `from` to `to` (degrees, 0 = to the right,
/// growing clockwise as y grows downwards; a smaller `to` runs backwards) and is joined to what came before by a
/// straight line.
struct PathStep {
  enum class Kind { move, line, cubic, arc, close };
  Kind kind = Kind::move;
  Point a = {};
  Point b = {};
  Point c = {};
  double radius = 0;
  double from = 0;
  double to = 0;
};

using Path = std::vector<PathStep>;

/// Reads a drawing written by hand: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `A cx cy r from to`, `O cx cy r` (a
/// circle) and `Z`, separated by blanks. A drawing that cannot be read is a bug of ours.
[[nodiscard]] Path parse_path(std::string_view drawing);

[[nodiscard]] PathStep move_to(Point to);
[[nodiscard]] PathStep line_to(Point to);
[[nodiscard]] PathStep arc_about(Point centre, double radius, double from, double to);
[[nodiscard]] PathStep close_path();
/// The point at `degrees` (as of an arc) on the circle.
[[nodiscard]] Point on_circle(Point centre, double radius, double degrees);

}  // namespace kelisim::astro::report
