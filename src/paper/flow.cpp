#include "paper/flow.h"

#include <pango/pangocairo.h>

#include <cmath>

namespace kelisim::paper {

Lines::Lines(cairo_t* measure, Type const& type, std::string const& text, double width, std::string const& language)
    : layout_(make_layout(measure, type.family, type.size, type.face, text, language)), type_(type) {
  pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  count_ = pango_layout_get_line_count(layout_.get());
  PangoRectangle extent{};
  pango_layout_get_extents(layout_.get(), nullptr, &extent);
  width_ = extent.width / double{PANGO_SCALE};
}

void Lines::draw(cairo_t* cairo, double x, double y, int first, int count) const {
  set_colour(cairo, type_.colour);
  // The base line lies where the x-height is centred in its line.
  double const base = type_.leading / 2 + type_.size * 0.27;
  for (int i = 0; i < count; ++i) {
    cairo_move_to(cairo, x, y + i * type_.leading + base);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout_.get(), first + i));
  }
  cairo_new_path(cairo);
}

std::string bound(std::string_view text) {
  static constexpr std::string_view tied = "\u00a0";
  std::string set;
  std::size_t word_letters = 0;
  bool counting = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const letter = text[i];
    if (letter != ' ') {
      // Counts letters of UTF-8, not bytes.
      if ((static_cast<unsigned char>(letter) & 0xc0U) != 0x80U) ++word_letters;
      if (letter == '.' || letter == ',' || letter == ':' || letter == ';' || letter == '!' || letter == '?')
        counting = false;
      set += letter;
      continue;
    }
    bool const before_dash = text.substr(i + 1).starts_with("— ") || text.substr(i + 1).starts_with("– ");
    bool const dash = set.ends_with("—") || set.ends_with("–");
    bool const after_short = counting && !dash && word_letters > 0 && word_letters <= 2;
    set += before_dash || after_short ? tied : std::string_view(" ");
    word_letters = 0;
    counting = true;
  }
  return set;
}

Flow::Flow(std::string language)
    : language_(std::move(language)),
      surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)),
      measure_(cairo_create(surface_.get())),
      pages_(1) {}

Lines Flow::lines(Type const& type, std::string const& text, double width) const {
  return {measure_.get(), type, bound(text), width, language_};
}

void Flow::new_page() {
  pages_.emplace_back();
  y_ = margin_top;
}

void Flow::need(double height) {
  if (!at_top() && room() < height) new_page();
}

void Flow::space(double height) {
  if (!at_top()) y_ += std::min(height, std::max(room(), 0.0));
}

void Flow::put(double height, Draw draw) {
  need(height);
  pages_.back().push_back({y_, std::move(draw)});
  y_ += height;
}

void Flow::paragraph(Lines const& lines, double indent, Draw const& beside_line) {
  int const total = lines.count();
  for (int first = 0; first < total;) {
    int const left = total - first;
    int fits = static_cast<int>(std::floor(room() / lines.leading() + 1e-6));
    if (fits < left) {
      if (left - fits < 2) fits = left - 2;
      if (fits < 2) {
        if (at_top())
          fits = left;
        else {
          new_page();
          continue;
        }
      }
    }
    int const now = std::min(fits, left);
    put(now * lines.leading(), [lines, indent, first, now, beside_line](cairo_t* cairo, double x, double y) {
      lines.draw(cairo, x + indent, y, first, now);
      for (int i = 0; beside_line && i < now; ++i) beside_line(cairo, x, y + i * lines.leading());
    });
    first += now;
    if (first < total) new_page();
  }
}

void Flow::heading(std::string const& text, double follow, double before) {
  auto const set = lines(heading_type, text, text_width);
  constexpr double after = 7;
  need(before + set.height() + after + follow);
  space(before);
  outline_.push_back({text, pages(), y_});
  put(set.height() + after, [set](cairo_t* cairo, double x, double y) { set.draw(cairo, x, y); });
}

void Flow::draw_page(int page, cairo_t* cairo) const {
  for (auto const& mark : pages_.at(static_cast<std::size_t>(page - 1))) mark.draw(cairo, margin_left, mark.y);
}

void draw_rule(cairo_t* cairo, double x, double y, double width, Colour colour, double thickness) {
  set_colour(cairo, colour);
  cairo_set_line_width(cairo, thickness);
  cairo_set_dash(cairo, nullptr, 0, 0);
  cairo_move_to(cairo, x, y);
  cairo_line_to(cairo, x + width, y);
  cairo_stroke(cairo);
}

}  // namespace kelisim::paper
