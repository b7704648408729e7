#include "report/blocks.h"

#include <cairo.h>
#include <fmt/format.h>

#include <charconv>
#include <numeric>

namespace kelisim::astro::report {
namespace {

constexpr double cell_gap = 12;
constexpr double row_padding = 4;

Type bold_small() {
  Type type = small_type;
  type.face = Face::bold;
  return type;
}

/// Width for each column: what it needs, or its share when all of them need too much.
std::vector<double> column_widths(Flow const& flow, Table const& table) {
  std::vector<double> natural;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    double widest = flow.lines(label_type, table.columns[column], text_width).width();
    for (auto const& row : table.rows)
      if (column < row.cells.size())
        widest = std::max(widest, flow.lines(small_type, row.cells[column], 1000).width());
    natural.push_back(widest + 1);
  }
  auto const gaps = cell_gap * static_cast<double>(natural.size() - 1);
  double const sum = std::accumulate(natural.begin(), natural.end(), 0.0);
  if (sum + gaps <= text_width) {
    natural.back() += std::max(0.0, std::min(text_width - gaps - sum, 80.0));
    return natural;
  }
  // Narrow columns keep their width, the wide ones share the rest.
  double const fair = (text_width - gaps) / static_cast<double>(natural.size());
  double narrow = 0;
  double wide = 0;
  for (double const width : natural) (width <= fair ? narrow : wide) += width;
  for (auto& width : natural)
    if (width > fair) width *= (text_width - gaps - narrow) / wide;
  return natural;
}

struct Cell {
  Lines lines;
  double x;
};

double set_row(Flow& flow, std::vector<Cell> cells, bool head) {
  double height = 0;
  for (auto const& cell : cells) height = std::max(height, cell.lines.height());
  height += 2 * row_padding;
  flow.put(height, [cells = std::move(cells), height, head](cairo_t* cairo, double x, double y) {
    for (auto const& cell : cells) cell.lines.draw(cairo, x + cell.x, y + row_padding);
    draw_rule(cairo, x, y + height, text_width, head ? light_palette.muted : light_palette.hairline,
              head ? 0.8 : 0.5);
  });
  return height;
}

void set_plain(Flow& flow, Table const& table) {
  auto const widths = column_widths(flow, table);
  auto const cells_of = [&](std::vector<std::string> const& texts, Type const& type) {
    std::vector<Cell> cells;
    double x = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      cells.push_back({flow.lines(type, i < texts.size() ? texts[i] : "", widths[i]), x});
      x += widths[i] + cell_gap;
    }
    return cells;
  };
  auto const head = [&] { set_row(flow, cells_of(table.columns, label_type), true); };
  flow.need(64);
  head();
  for (auto const& row : table.rows) {
    auto cells = cells_of(row.cells, small_type);
    double height = 0;
    for (auto const& cell : cells) height = std::max(height, cell.lines.height() + 2 * row_padding);
    if (height > flow.room()) {
      flow.new_page();
      head();
    }
    set_row(flow, std::move(cells), false);
  }
  flow.space(8);
}

/// `label  text` lines under a card's title.
void set_fields(Flow& flow, Table const& table, TableRow const& row, std::size_t first) {
  constexpr double label_width = 96;
  for (std::size_t i = first; i < std::min(row.cells.size(), table.columns.size()); ++i) {
    if (row.cells[i].empty()) continue;
    auto const label = flow.lines(label_type, table.columns[i], label_width - 8);
    auto const text = flow.lines(small_type, row.cells[i], text_width - label_width);
    flow.put(std::max(label.height(), text.height()) + 2, [=](cairo_t* cairo, double x, double y) {
      label.draw(cairo, x, y + 0.6);
      text.draw(cairo, x + label_width, y);
    });
  }
}

double fields_height(Flow const& flow, TableRow const& row, std::size_t first) {
  double height = 0;
  for (std::size_t i = first; i < row.cells.size(); ++i)
    if (!row.cells[i].empty()) height += flow.lines(small_type, row.cells[i], text_width - 96).height() + 2;
  return height;
}

void set_cards(Flow& flow, Table const& table) {
  Type title_type = body_type;
  title_type.face = Face::bold;
  title_type.size = 11.4;
  int number = 0;
  for (auto const& row : table.rows) {
    auto const title = flow.lines(title_type, fmt::format("{}. {}", ++number, row.cells.front()), text_width);
    flow.need(title.height() + fields_height(flow, row, 1) + 16);
    flow.put(title.height() + 3, [=](cairo_t* cairo, double x, double y) { title.draw(cairo, x, y); });
    set_fields(flow, table, row, 1);
    flow.space(11);
  }
}

int number_in(std::string const& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void draw_bar(cairo_t* cairo, double x, double y, double width, double share) {
  constexpr double thickness = 6;
  set_colour(cairo, light_palette.band);
  cairo_rectangle(cairo, x, y, width, thickness);
  cairo_fill(cairo);
  set_colour(cairo, light_palette.flowing);
  cairo_rectangle(cairo, x, y, width * std::clamp(share, 0.0, 1.0), thickness);
  cairo_fill(cairo);
  set_colour(cairo, light_palette.muted);
  cairo_set_line_width(cairo, 0.5);
  cairo_rectangle(cairo, x, y, width, thickness);
  cairo_stroke(cairo);
}

}  // namespace

void set_table(Flow& flow, Table const& table) {
  if (table.rows.empty() || table.columns.empty()) return;
  std::size_t longest = 0;
  for (auto const& row : table.rows)
    for (auto const& cell : row.cells) longest = std::max(longest, cell.size());
  constexpr std::size_t long_cell = 130;  // bytes: about seventy letters of Cyrillic
  bool const cards = table.columns.size() >= 4 && longest > long_cell;
  cards ? set_cards(flow, table) : set_plain(flow, table);
}

void set_windows(Flow& flow, Table const& table) {
  Type title_type = body_type;
  title_type.face = Face::bold;
  title_type.size = 11.4;
  int number = 0;
  for (auto const& row : table.rows) {
    auto const title = flow.lines(title_type, fmt::format("{}. {} – {}", ++number, row.cells.at(0), row.cells.at(1)),
                                  text_width - 150);
    auto const score = flow.lines(bold_small(), row.cells.at(2), 40);
    flow.need(title.height() + fields_height(flow, row, 3) + 16);
    double const share = number_in(row.cells[2]) / 100.0;
    flow.put(title.height() + 3, [=](cairo_t* cairo, double x, double y) {
      title.draw(cairo, x, y);
      draw_bar(cairo, x + text_width - 132, y + 5, 100, share);
      score.draw(cairo, x + text_width - score.width(), y + 2);
    });
    set_fields(flow, table, row, 3);
    flow.space(11);
  }
}

Draw score_drawing(Flow const& flow, Score const& score) {
  constexpr double width = 180;
  constexpr double inset = 26;
  double const span = score.max - score.min;
  double const share = span > 0 ? std::clamp((score.value - score.min) / span, 0.0, 1.0) : 0.5;
  auto const low = flow.lines(label_type, fmt::format("{:g}", score.min), 40);
  auto const high = flow.lines(label_type, fmt::format("+{:g}", score.max), 40);
  auto const value = flow.lines(bold_small(), fmt::format("{:+.1f}", score.value), 40);
  return [=](cairo_t* cairo, double x, double y) {
    double const left = x + inset;
    draw_rule(cairo, left, y + 22, width, light_palette.muted, 1);
    for (int tick = 0; tick <= 4; ++tick) {
      set_colour(cairo, light_palette.muted);
      cairo_rectangle(cairo, left + width * tick / 4 - 0.4, y + 18.5, 0.8, 7);
      cairo_fill(cairo);
    }
    set_colour(cairo, light_palette.flowing);
    cairo_arc(cairo, left + width * share, y + 22, 5, 0, 6.2832);
    cairo_fill(cairo);
    value.draw(cairo, left + width * share - value.width() / 2, y + 2);
    low.draw(cairo, left - low.width() - 8, y + 16);
    high.draw(cairo, left + width + 8, y + 16);
  };
}

}  // namespace kelisim::astro::report
