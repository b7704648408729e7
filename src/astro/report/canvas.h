#pragma once

#include "report/scene.h"

#include "paper/canvas.h"

namespace kelisim::astro::report {

using namespace paper;

/// Draws the scene with its upper left corner at the origin, one unit of the scene to one of the canvas.
void paint(cairo_t* cairo, Scene const& scene);

/// A PNG file of the scene, `pixels` wide. A surface that cannot be made is a Fault.
[[nodiscard]] std::string to_png(Scene const& scene, int pixels);

}  // namespace kelisim::astro::report
