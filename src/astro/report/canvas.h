#pragma once

#include "report/scene.h"

#include <memory>
#include <string>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;

namespace kelisim::astro::report {

struct CairoRelease {
  void operator()(cairo_t* cairo) const noexcept;
  void operator()(cairo_surface_t* surface) const noexcept;
  void operator()(PangoLayout* layout) const noexcept;
};
using Cairo = std::unique_ptr<cairo_t, CairoRelease>;
using Surface = std::unique_ptr<cairo_surface_t, CairoRelease>;
using Layout = std::unique_ptr<PangoLayout, CairoRelease>;

void set_colour(cairo_t* cairo, Colour colour, double opacity = 1);

enum class Face { regular, bold, italic };

/// A layout in `family` of `size` units, measured without hinting, so that its lines break alike on every medium.
[[nodiscard]] Layout make_layout(cairo_t* cairo, char const* family, double size, Face face, std::string const& text,
                                 std::string const& language);

/// Draws the scene with its upper left corner at the origin, one unit of the scene to one of the canvas.
void paint(cairo_t* cairo, Scene const& scene);

/// A PNG file of the scene, `pixels` wide. A surface that cannot be made is a Fault.
[[nodiscard]] std::string to_png(Scene const& scene, int pixels);

/// The bytes of an image surface as a PNG file.
[[nodiscard]] std::string png_bytes(cairo_surface_t* surface);

}  // namespace kelisim::astro::report
