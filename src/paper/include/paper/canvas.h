#pragma once

#include "paper/colour.h"

#include <memory>
#include <string>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;

namespace kelisim::paper {

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

/// The bytes of an image surface as a PNG file. What cannot be written is a Fault.
[[nodiscard]] std::string png_bytes(cairo_surface_t* surface);

}  // namespace kelisim::paper
