#include "report/blocks.h"
#include "report/degrees.h"
#include "report/wheel_plan.h"

#include <cairo.h>
#include <fmt/format.h>

namespace kelisim::astro::report {
namespace {

void draw_glyph(cairo_t* cairo, Glyph glyph, double x, double y, double size, Colour colour) {
  paint(cairo, Scene{.width = 0,
                     .height = 0,
                     .language = "",
                     .title = "",
                     .description = "",
                     .elements = {GlyphMark{glyph, {x, y}, size, colour, 1}}});
}

std::string condition(Placement const& placement, Words const& words) {
  std::string text;
  auto const add = [&](std::string_view key) {
    if (!text.empty()) text += ", ";
    text += words("frame", "term", key);
  };
  for (auto const dignity : {Dignity::domicile, Dignity::exaltation, Dignity::detriment, Dignity::fall})
    if (placement.dignities.has(dignity)) add(name_of(dignity));
  if (placement.solar == SolarCondition::combust || placement.solar == SolarCondition::cazimi)
    add(name_of(placement.solar));
  if (placement.retrograde) add("retrograde");
  return text;
}

struct Columns {
  static constexpr double name = 20;
  static constexpr double sign = 140;
  static constexpr double degree = 158;
  static constexpr double house = 268;
  static constexpr double state = 312;
};

void set_position(Flow& flow, Placement const& placement, Words const& words) {
  auto const glyph = glyph_of(placement.body);
  auto const name =
      flow.lines(small_type, words("frame", "term", name_of(placement.body)), Columns::sign - Columns::name);
  auto const place = flow.lines(small_type,
                                fmt::format("{} {}", to_string(degree_minute(placement.state.longitude)),
                                            words("frame", "term", name_of(placement.sign))),
                                Columns::house - Columns::degree);
  auto const house = flow.lines(small_type, placement.house > 0 ? fmt::format("{}", placement.house) : "–", 30);
  auto const state = flow.lines(small_type, condition(placement, words), text_width - Columns::state);
  auto const sign = placement.sign;
  double const height = std::max(state.height(), small_type.leading) + 3;
  flow.put(height, [=](cairo_t* cairo, double x, double y) {
    constexpr double top = 1.5;
    double const middle = y + top + small_type.leading / 2;
    if (glyph) draw_glyph(cairo, *glyph, x + 7, middle, 13, light_palette.ink);
    name.draw(cairo, x + Columns::name, y + top);
    draw_glyph(cairo, glyph_of(sign), x + Columns::sign + 6, middle, 11.5,
               light_palette.elements.at(index_of(element_of(sign))));
    place.draw(cairo, x + Columns::degree, y + top);
    house.draw(cairo, x + Columns::house, y + top);
    state.draw(cairo, x + Columns::state, y + top);
    draw_rule(cairo, x, y + height, text_width, light_palette.hairline, 0.5);
  });
}

}  // namespace

void set_positions(Flow& flow, Chart const& chart, std::vector<Body> const& bodies, Words const& words) {
  auto const column = [&](std::string_view key) {
    return flow.lines(label_type, words("document", "column", key), 130);
  };
  auto const heads = std::to_array<std::pair<double, Lines>>({{Columns::name, column("body")},
                                                              {Columns::sign, column("position")},
                                                              {Columns::house, column("house")},
                                                              {Columns::state, column("state")}});
  flow.need(120);
  flow.put(17, [heads](cairo_t* cairo, double x, double y) {
    for (auto const& [at, head] : heads) head.draw(cairo, x + at, y + 2);
    draw_rule(cairo, x, y + 17, text_width, light_palette.muted, 0.8);
  });
  for (Body const body : bodies)
    if (chart.has(body)) set_position(flow, chart.of(body), words);
  for (Body const angle : {Body::ascendant, Body::midheaven})
    if (chart.has(angle)) set_position(flow, chart.of(angle), words);
  flow.space(10);
}

void set_aspect_grid(Flow& flow, Chart const& chart, Draw const& beside) {
  std::vector<Body> bodies(planets.begin(), planets.end());
  if (chart.has(Body::chiron)) bodies.push_back(Body::chiron);
  for (Body const angle : {Body::ascendant, Body::midheaven})
    if (chart.has(angle)) bodies.push_back(angle);
  constexpr double cell = 23;
  std::vector<Lines> angle_names;
  for (auto const* name : {"Asc", "MC"}) angle_names.push_back(flow.lines(label_type, name, cell));
  struct Field {
    std::size_t row;
    std::size_t column;
    AspectKind kind;
    Lines orb;
  };
  std::vector<Field> fields;
  Type tiny = label_type;
  tiny.size = 6.4;
  tiny.leading = 8;
  for (std::size_t row = 1; row < bodies.size(); ++row) {
    for (std::size_t column = 0; column < row; ++column) {
      auto const* aspect = chart.aspect(bodies[column], bodies[row]);
      if (aspect == nullptr) continue;
      fields.push_back({row, column, aspect->kind, flow.lines(tiny, orb_text(aspect->orb), cell)});
    }
  }
  auto const count = bodies.size();
  flow.put(cell * static_cast<double>(count) + 6, [=](cairo_t* cairo, double x, double y) {
    if (beside) beside(cairo, x + grid_corner, y);
    cairo_set_line_width(cairo, 0.5);
    for (std::size_t row = 0; row < count; ++row) {
      double const top = y + cell * static_cast<double>(row);
      for (std::size_t column = 0; column < row; ++column) {
        set_colour(cairo, light_palette.hairline);
        cairo_rectangle(cairo, x + cell * static_cast<double>(column), top, cell, cell);
        cairo_stroke(cairo);
      }
      double const centre = x + cell * (static_cast<double>(row) + 0.5);
      if (auto const glyph = glyph_of(bodies[row])) {
        draw_glyph(cairo, *glyph, centre, top + cell / 2, 14, light_palette.ink);
      } else {
        auto const& name = angle_names.at(bodies[row] == Body::ascendant ? 0 : 1);
        name.draw(cairo, centre - name.width() / 2, top + cell / 2 - name.leading() / 2);
      }
    }
    for (auto const& field : fields) {
      double const left = x + cell * static_cast<double>(field.column);
      double const top = y + cell * static_cast<double>(field.row);
      draw_glyph(cairo, glyph_of(field.kind), left + cell / 2, top + 8.2, 9.6,
                 aspect_stroke(field.kind, 1, light_palette).colour);
      field.orb.draw(cairo, left + (cell - field.orb.width()) / 2, top + cell - 9);
    }
  });
}

}  // namespace kelisim::astro::report
