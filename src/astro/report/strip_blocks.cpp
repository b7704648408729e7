#include "report/blocks.h"

#include <cairo.h>
#include "kernel/digits.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace kelisim::astro::report {
namespace {

/// Slanted lines inside a box: care, told without colour.
void hatch(cairo_t* cairo, double x, double y, double width, double height) {
  cairo_save(cairo);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_clip(cairo);
  set_colour(cairo, light_palette.tense);
  cairo_set_line_width(cairo, 0.9);
  for (double at = -height; at < width; at += 3.6) {
    cairo_move_to(cairo, x + at, y + height);
    cairo_line_to(cairo, x + at + height, y);
  }
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

/// Support is filled, care is hatched, an even field is empty.
void draw_field(cairo_t* cairo, double x, double y, double width, double height, std::string_view level) {
  if (level == "support") {
    set_colour(cairo, light_palette.flowing, 0.85);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_fill(cairo);
  }
  if (level == "care") hatch(cairo, x, y, width, height);
  set_colour(cairo, level == "care"      ? light_palette.tense
                    : level == "support" ? light_palette.flowing
                                         : light_palette.hairline);
  cairo_set_line_width(cairo, 0.7);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_stroke(cairo);
}

struct MonthLabel {
  Lines month;
  Lines year;
};

void set_months(Flow& flow, Strip const& strip, Words const& words) {
  constexpr double half = 42;
  double const step = text_width / static_cast<double>(strip.cells.size());
  std::vector<MonthLabel> labels;
  for (std::size_t i = 0; i < strip.cells.size(); ++i) {
    auto const& label = strip.cells[i].label;
    auto const month = parse_digits(std::string_view(label).substr(5, 2)).value_or(1);
    bool const tell_year = i == 0 || month == 1;
    labels.push_back({flow.lines(small_type, words("document", "month", fmt::format("m{}", month)), step),
                      flow.lines(label_type, tell_year ? label.substr(0, 4) : "", step)});
  }
  flow.put(2 * half + 36, [=, cells = strip.cells](cairo_t* cairo, double x, double y) {
    double const middle = y + half;
    double const width = step * 0.58;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      double const left = x + step * static_cast<double>(i) + (step - width) / 2;
      double const height = std::max(2.0, std::abs(std::clamp(cells[i].score, -1.0, 1.0)) * (half - 4));
      draw_field(cairo, left, cells[i].score >= 0 ? middle - height : middle, width, height, cells[i].level);
      auto const& label = labels[i];
      double const centre = x + step * (static_cast<double>(i) + 0.5);
      label.month.draw(cairo, centre - label.month.width() / 2, y + 2 * half + 4);
      label.year.draw(cairo, centre - label.year.width() / 2, y + 2 * half + 16);
    }
    draw_rule(cairo, x, middle, text_width, light_palette.muted, 0.7);
  });
}

void set_days(Flow& flow, Strip const& strip, Words const& words) {
  std::map<std::string, std::vector<StripCell const*>> months;
  for (auto const& cell : strip.cells) months[cell.label.substr(0, 7)].push_back(&cell);
  constexpr double name_width = 54;
  constexpr double step = (text_width - name_width) / 31;
  for (auto const& [month, days] : months) {
    auto const number = parse_digits(std::string_view(month).substr(5, 2)).value_or(1);
    auto const name = flow.lines(
        small_type, words("document", "month", fmt::format("m{}", number)) + " " + month.substr(0, 4), name_width);
    struct Day {
      int day;
      std::string level;
      Lines label;
    };
    std::vector<Day> fields;
    for (auto const* cell : days) {
      auto const day = static_cast<int>(parse_digits(std::string_view(cell->label).substr(8, 2)).value_or(1));
      Type type = label_type;
      type.size = 6.8;
      if (cell->level == "support") type.colour = light_palette.paper;
      if (cell->level == "care") type.colour = light_palette.ink;
      fields.push_back({day, cell->level, flow.lines(type, fmt::format("{}", day), step)});
    }
    flow.put(19, [=](cairo_t* cairo, double x, double y) {
      name.draw(cairo, x, y);
      for (auto const& field : fields) {
        double const left = x + name_width + step * (field.day - 1);
        draw_field(cairo, left, y, step - 1.6, 13, field.level);
        if (field.level == "care") {
          set_colour(cairo, light_palette.paper, 0.85);
          cairo_rectangle(cairo, left + 2.4, y + 2.6, step - 6.4, 7.8);
          cairo_fill(cairo);
        }
        field.label.draw(cairo, left + (step - 1.6 - field.label.width()) / 2, y + 0.8);
      }
    });
  }
}

void set_legend(Flow& flow, Words const& words) {
  flow.space(3);
  std::vector<Lines> names;
  constexpr std::array levels = {"support", "even", "care"};
  for (auto const* level : levels) names.push_back(flow.lines(label_type, words("label", "level", level), 140));
  flow.put(18, [=](cairo_t* cairo, double x, double y) {
    double at = x;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      draw_field(cairo, at, y + 2, 14, 8, levels.at(i));
      names[i].draw(cairo, at + 19, y + 0.6);
      at += 19 + names[i].width() + 22;
    }
  });
}

}  // namespace

void set_strip(Flow& flow, Strip const& strip, Words const& words) {
  if (strip.cells.empty()) return;
  constexpr std::size_t month_label = 7;  // `2027-03`
  bool const months = strip.cells.front().label.size() == month_label;
  months ? set_months(flow, strip, words) : set_days(flow, strip, words);
  set_legend(flow, words);
  flow.space(6);
}

}  // namespace kelisim::astro::report
