#include "paper/canvas.h"

#include "kernel/fault.h"

#include <pango/pangocairo.h>

namespace kelisim::paper {
namespace {

cairo_status_t append(void* target, unsigned char const* bytes, unsigned length) {
  static_cast<std::string*>(target)->append(reinterpret_cast<char const*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void CairoRelease::operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
void CairoRelease::operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
void CairoRelease::operator()(PangoLayout* layout) const noexcept { g_object_unref(layout); }

void set_colour(cairo_t* cairo, Colour colour, double opacity) {
  cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

Layout make_layout(cairo_t* cairo, char const* family, double size, Face face, std::string const& text,
                   std::string const& language) {
  Layout layout{pango_cairo_create_layout(cairo)};
  auto* const context = pango_layout_get_context(layout.get());
  auto* const options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string(language.c_str()));
  auto* const font = pango_font_description_new();
  pango_font_description_set_family(font, family);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_font_description_set_weight(font, face == Face::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, face == Face::italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

std::string png_bytes(cairo_surface_t* surface) {
  std::string bytes;
  auto const status = cairo_surface_write_to_png_stream(surface, append, &bytes);
  if (status != CAIRO_STATUS_SUCCESS) throw Fault{Fault::Retry::no, cairo_status_to_string(status)};
  return bytes;
}

}  // namespace kelisim::paper
