#include "report/degrees.h"
#include "report/spread.h"
#include "report/wheel_parts.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace kelisim::astro::report {
namespace {

struct Axis {
  double longitude;
  std::string_view label;
  double width;
  std::optional<Body> body;  ///< of the chart's table; its opposite has none
};

std::array<Axis, 4> axes_of(Houses const& houses) {
  return {Axis{houses.ascendant, "Asc", 2.6, Body::ascendant}, Axis{houses.midheaven, "MC", 2.6, Body::midheaven},
          Axis{normalized(houses.ascendant + 180), "Dsc", 1.7, {}},
          Axis{normalized(houses.midheaven + 180), "IC", 1.7, {}}};
}

/// A line from the houses to the zodiac, left out where a glyph stands on it.
void draw_spoke(Scene& scene, WheelPlan const& plan, double longitude, Stroke const& stroke) {
  auto const& sizes = plan.sizes;
  bool const covered = std::ranges::any_of(
      plan.bodies, [&](Placed const& one) { return separation(one.shown, longitude) < sizes.gap / 2; });
  if (!covered) {
    scene.elements.push_back(
        segment(plan.at(longitude, sizes.house_outer), plan.at(longitude, sizes.zodiac_inner), stroke));
    return;
  }
  double const inner = sizes.retrograde_at - sizes.retrograde / 2 - 2;
  double const outer = sizes.glyph_at + sizes.glyph / 2 + 3;
  if (inner > sizes.house_outer)
    scene.elements.push_back(segment(plan.at(longitude, sizes.house_outer), plan.at(longitude, inner), stroke));
  scene.elements.push_back(segment(plan.at(longitude, outer), plan.at(longitude, sizes.zodiac_inner), stroke));
}

void draw_band(Scene& scene, WheelPlan const& plan, double from, double to, Fill fill) {
  auto const& sizes = plan.sizes;
  Outline band{.path = {}, .stroke = std::nullopt, .fill = fill};
  band.path.push_back(arc_about(plan.centre, sizes.zodiac_outer, plan.turned(from), plan.turned(to)));
  band.path.push_back(arc_about(plan.centre, sizes.zodiac_inner, plan.turned(to), plan.turned(from)));
  band.path.push_back(close_path());
  scene.elements.push_back(std::move(band));
}

void draw_ticks(Scene& scene, WheelPlan const& plan) {
  for (auto const& [step, length, width] : {std::tuple{1, 4.0, 0.8}, {5, 7.5, 1.1}, {10, 11.0, 1.3}}) {
    Outline ticks{.path = {}, .stroke = Stroke{plan.palette.muted, width, 0.8, {}}, .fill = std::nullopt};
    for (int degree = 0; degree < 360; degree += step) {
      bool const longer = (step == 1 && degree % 5 == 0) || (step == 5 && degree % 10 == 0);
      if (longer) continue;
      ticks.path.push_back(move_to(plan.at(degree, plan.sizes.zodiac_inner)));
      ticks.path.push_back(line_to(plan.at(degree, plan.sizes.zodiac_inner - length)));
    }
    scene.elements.push_back(std::move(ticks));
  }
}

/// The line of an angle with its label at `shown` degrees; ascendant and midheaven with their place.
void draw_axis(Scene& scene, WheelPlan const& plan, Axis const& axis, double shown) {
  auto const& sizes = plan.sizes;
  Stroke const line{plan.palette.ink, axis.width, 1, {}};
  draw_spoke(scene, plan, axis.longitude, line);
  double const edge = std::max(sizes.zodiac_outer, sizes.transit_outer);
  scene.elements.push_back(
      segment(plan.at(axis.longitude, sizes.zodiac_outer), plan.at(axis.longitude, edge + 6), line));
  bool const placed = axis.body && plan.options.detail == WheelDetail::full;
  auto const middle = plan.at(shown, sizes.label_at);
  scene.elements.push_back(Label{.text = std::string(axis.label),
                                 .at = {middle.x, middle.y - (placed ? sizes.label * 0.45 : 0)},
                                 .size = sizes.label,
                                 .colour = plan.palette.ink,
                                 .bold = axis.body.has_value()});
  if (!placed) return;
  scene.elements.push_back(Label{.text = to_string(degree_minute(axis.longitude)),
                                 .at = {middle.x, middle.y + sizes.label * 0.5},
                                 .size = sizes.label * 0.72,
                                 .colour = plan.palette.muted});
}

}  // namespace

Outline ring(Point centre, double radius, Stroke const& stroke) {
  return {.path = {arc_about(centre, radius, 0, 360), close_path()}, .stroke = stroke, .fill = std::nullopt};
}

Outline segment(Point from, Point to, Stroke const& stroke) {
  return {.path = {move_to(from), line_to(to)}, .stroke = stroke, .fill = std::nullopt};
}

void draw_zodiac(Scene& scene, WheelPlan const& plan) {
  auto const& sizes = plan.sizes;
  auto const& palette = plan.palette;
  Stroke const line{palette.hairline, 1.2, 1, {}};
  for (std::size_t i = 0; i < count_of<Sign>; ++i) {
    auto const sign = static_cast<Sign>(i);
    double const start = start_of(sign);
    auto const element = palette.elements.at(index_of(element_of(sign)));
    scene.elements.push_back(GroupStart{std::string(name_of(sign)), plan.term(name_of(sign))});
    draw_band(scene, plan, start, start + 30, {element, palette.element_tint});
    scene.elements.push_back(GlyphMark{glyph_of(sign),
                                       plan.at(start + 15, (sizes.zodiac_outer + sizes.zodiac_inner) / 2), sizes.sign,
                                       element, 1.05});
    scene.elements.push_back(GroupEnd{});
    scene.elements.push_back(segment(plan.at(start, sizes.zodiac_inner), plan.at(start, sizes.zodiac_outer), line));
  }
  draw_ticks(scene, plan);
  scene.elements.push_back(ring(plan.centre, sizes.zodiac_outer, line));
  scene.elements.push_back(ring(plan.centre, sizes.zodiac_inner, line));
}

void draw_houses(Scene& scene, WheelPlan const& plan) {
  auto const& sizes = plan.sizes;
  Stroke const line{plan.palette.hairline, 1.2, 1, {}};
  scene.elements.push_back(ring(plan.centre, sizes.house_inner, line));
  if (!plan.chart.houses) return;
  double const middle = (sizes.house_outer + sizes.house_inner) / 2;
  Stroke band{plan.palette.band, sizes.house_outer - sizes.house_inner - 1.2, 1, {}};
  scene.elements.push_back(ring(plan.centre, middle, band));
  scene.elements.push_back(ring(plan.centre, sizes.house_outer, line));
  auto const& cusps = plan.chart.houses->cusps;
  Stroke const cusp_line{plan.palette.muted, 1.1, 0.75, {}};
  for (std::size_t i = 0; i < cusps.size(); ++i) {
    double const width = normalized(cusps.at((i + 1) % cusps.size()) - cusps.at(i));
    bool const axis = std::ranges::any_of(
        axes_of(*plan.chart.houses), [&](Axis const& one) { return separation(one.longitude, cusps.at(i)) < 0.01; });
    if (!axis) draw_spoke(scene, plan, cusps.at(i), cusp_line);
    scene.elements.push_back(
        segment(plan.at(cusps.at(i), sizes.house_inner), plan.at(cusps.at(i), sizes.house_outer), line));
    // A house narrower than its number (near the polar circle) goes without.
    if (width * 3.1416 / 180 * middle < sizes.house * (i >= 9 ? 1.1 : 0.6)) continue;
    scene.elements.push_back(Label{.text = fmt::format("{}", i + 1),
                                   .at = plan.at(cusps.at(i) + width / 2, middle),
                                   .size = sizes.house,
                                   .colour = plan.palette.muted});
  }
}

void draw_axes(Scene& scene, WheelPlan const& plan) {
  if (!plan.chart.houses) return;
  auto const axes = axes_of(*plan.chart.houses);
  std::vector<double> wanted;
  for (auto const& axis : axes) wanted.push_back(axis.longitude);
  auto const shown = spread(wanted, 8.5, {});
  for (std::size_t i = 0; i < axes.size(); ++i) {
    auto const& axis = axes.at(i);
    bool const named = axis.body && plan.chart.has(*axis.body);
    if (named) {
      scene.elements.push_back(
          GroupStart{std::string(name_of(*axis.body)), placement_words(plan.chart.of(*axis.body), plan.words)});
    }
    draw_axis(scene, plan, axis, shown[i]);
    if (named) scene.elements.push_back(GroupEnd{});
  }
}

}  // namespace kelisim::astro::report
