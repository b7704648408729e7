#include "report/canvas.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

namespace kelisim::astro::report {
namespace {

void trace(cairo_t* cairo, Path const& path) {
  constexpr double radian = std::numbers::pi / 180;
  cairo_new_path(cairo);
  for (auto const& step : path) {
    switch (step.kind) {
      case PathStep::Kind::move:
        cairo_move_to(cairo, step.a.x, step.a.y);
        break;
      case PathStep::Kind::line:
        cairo_line_to(cairo, step.a.x, step.a.y);
        break;
      case PathStep::Kind::cubic:
        cairo_curve_to(cairo, step.a.x, step.a.y, step.b.x, step.b.y, step.c.x, step.c.y);
        break;
      case PathStep::Kind::arc:
        if (step.to > step.from) {
          cairo_arc(cairo, step.a.x, step.a.y, step.radius, step.from * radian, step.to * radian);
        } else {
          cairo_arc_negative(cairo, step.a.x, step.a.y, step.radius, step.from * radian, step.to * radian);
        }
        break;
      case PathStep::Kind::close:
        cairo_close_path(cairo);
        break;
    }
  }
}

class Painter {
 public:
  Painter(cairo_t* cairo, std::string const& language) : cairo_(cairo), language_(language) {}

  void operator()(Outline const& outline) const {
    trace(cairo_, outline.path);
    if (outline.fill) {
      set_colour(cairo_, outline.fill->colour, outline.fill->opacity);
      cairo_fill_preserve(cairo_);
    }
    if (outline.stroke) {
      set_colour(cairo_, outline.stroke->colour, outline.stroke->opacity);
      cairo_set_line_width(cairo_, outline.stroke->width);
      cairo_set_dash(cairo_, outline.stroke->dash.data(), static_cast<int>(outline.stroke->dash.size()), 0);
      cairo_stroke_preserve(cairo_);
    }
    cairo_new_path(cairo_);
  }

  void operator()(GlyphMark const& mark) const {
    cairo_save(cairo_);
    cairo_translate(cairo_, mark.centre.x - mark.size / 2, mark.centre.y - mark.size / 2);
    cairo_scale(cairo_, mark.size / glyph_box, mark.size / glyph_box);
    trace(cairo_, glyph_path(mark.glyph));
    set_colour(cairo_, mark.colour, 1);
    cairo_set_line_width(cairo_, glyph_stroke * mark.weight);
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_stroke(cairo_);
    cairo_restore(cairo_);
  }

  void operator()(Label const& label) const {
    auto const layout =
        make_layout(cairo_, scene_font, label.size, label.bold ? Face::bold : Face::regular, label.text, language_);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    double const share = label.anchor == Anchor::start ? 0 : label.anchor == Anchor::middle ? 0.5 : 1;
    double const base = pango_layout_get_baseline(layout.get()) / double{PANGO_SCALE};
    set_colour(cairo_, label.colour, 1);
    cairo_move_to(cairo_, label.at.x - share * width / PANGO_SCALE, label.at.y + digit_middle * label.size - base);
    pango_cairo_show_layout(cairo_, layout.get());
    cairo_new_path(cairo_);
  }

  void operator()(GroupStart const& /*group*/) const {}
  void operator()(GroupEnd const& /*group*/) const {}

 private:
  cairo_t* cairo_;
  std::string const& language_;
};

}  // namespace

void paint(cairo_t* cairo, Scene const& scene) {
  cairo_save(cairo);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  Painter const painter{cairo, scene.language};
  for (auto const& element : scene.elements) std::visit(painter, element);
  cairo_restore(cairo);
}

std::string to_png(Scene const& scene, int pixels) {
  double const scale = pixels / scene.width;
  Surface const surface{
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, static_cast<int>(std::ceil(scene.height * scale)))};
  Cairo const cairo{cairo_create(surface.get())};
  set_colour(cairo.get(), colour(0xffffff));
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), scale, scale);
  paint(cairo.get(), scene);
  return png_bytes(surface.get());
}

}  // namespace kelisim::astro::report
