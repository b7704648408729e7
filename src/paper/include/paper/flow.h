#pragma once

#include "paper/canvas.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kelisim::paper {

/// A4 in points (1/72 inch) and the type area of a page.
inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;
inline constexpr double margin_left = 64;
inline constexpr double margin_right = 60;
inline constexpr double margin_top = 62;
inline constexpr double margin_bottom = 84;
inline constexpr double text_width = page_width - margin_left - margin_right;

inline constexpr char serif[] = "PT Serif";
inline constexpr char sans[] = "PT Sans";

/// How a run of text is set: the distance of base lines is ours and not the font's.
struct Type {
  char const* family = serif;
  Face face = Face::regular;
  double size = 10.6;
  double leading = 15.6;
  Colour colour = ink;
};
inline constexpr Type body_type{};
inline constexpr Type small_type{.family = sans, .size = 9, .leading = 12.4};
inline constexpr Type label_type{.family = sans, .size = 8.2, .leading = 11, .colour = muted};
inline constexpr Type heading_type{.face = Face::bold, .size = 15.5, .leading = 20};

/// A text broken into lines of one width, ready to be drawn anywhere.
class Lines {
 public:
  Lines(cairo_t* measure, Type const& type, std::string const& text, double width, std::string const& language);

  [[nodiscard]] int count() const { return count_; }
  [[nodiscard]] double height() const { return count_ * type_.leading; }
  [[nodiscard]] double leading() const { return type_.leading; }
  /// Width of the widest line.
  [[nodiscard]] double width() const { return width_; }
  /// Draws `count` lines from `first`, the first in the box whose upper left corner is (x, y).
  void draw(cairo_t* cairo, double x, double y, int first, int count) const;
  void draw(cairo_t* cairo, double x, double y) const { draw(cairo, x, y, 0, count_); }

 private:
  std::shared_ptr<PangoLayout> layout_;
  Type type_;
  int count_ = 0;
  double width_ = 0;
};

/// Non-breaking spaces after words of one or two letters and before a dash, as Russian and Kazakh books are set.
[[nodiscard]] std::string bound(std::string_view text);

using Draw = std::function<void(cairo_t*, double x, double y)>;

struct OutlineEntry {
  std::string title;
  int page = 1;  ///< 1 …
  double y = 0;
};

/// Fills pages from the top to the bottom. Everything is measured once, before the first page is drawn, so the number
/// of pages is known to the footer.
class Flow {
 public:
  explicit Flow(std::string language);

  [[nodiscard]] double room() const { return page_height - margin_bottom - y_; }
  [[nodiscard]] bool at_top() const { return y_ <= margin_top; }
  [[nodiscard]] std::string const& language() const { return language_; }
  [[nodiscard]] cairo_t* measure() const { return measure_.get(); }
  [[nodiscard]] Lines lines(Type const& type, std::string const& text, double width) const;

  void new_page();
  /// Turns the page unless so much is left.
  void need(double height);
  /// Nothing at the top of a page.
  void space(double height);
  /// One thing that does not break, at the left edge of the type area.
  void put(double height, Draw draw);
  /// Breaks over pages with at least two lines on either side. `beside` is drawn at the left of every part.
  void paragraph(Lines const& lines, double indent = 0, Draw const& beside_line = {});
  /// Stays together with what follows it: `follow` points of it at least.
  void heading(std::string const& text, double follow, double before = 22);

  [[nodiscard]] int pages() const { return static_cast<int>(pages_.size()); }
  [[nodiscard]] std::vector<OutlineEntry> const& outline() const { return outline_; }
  void draw_page(int page, cairo_t* cairo) const;

 private:
  struct Mark {
    double y;
    Draw draw;
  };
  std::string language_;
  Surface surface_;
  Cairo measure_;
  std::vector<std::vector<Mark>> pages_;
  std::vector<OutlineEntry> outline_;
  double y_ = margin_top;
};

void draw_rule(cairo_t* cairo, double x, double y, double width, Colour colour, double thickness = 0.6);

}  // namespace kelisim::paper
