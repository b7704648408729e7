#include "report/wheel_plan.h"

#include "report/spread.h"

#include <cmath>

namespace kelisim::astro::report {
namespace {

WheelSizes compact_sizes() {
  WheelSizes sizes;
  sizes.zodiac_outer = 446;
  sizes.zodiac_inner = 384;
  sizes.sign = 46;
  sizes.glyph_at = 331;
  sizes.glyph = 60;
  sizes.degree_at = 271;
  sizes.degree = 31;
  sizes.sign_at = 0;
  sizes.minute_at = 0;
  sizes.retrograde_at = 234;
  sizes.retrograde = 24;
  sizes.house_outer = 214;
  sizes.house_inner = 180;
  sizes.house = 25;
  sizes.label_at = 473;
  sizes.label = 30;
  sizes.gap = 10.6;
  sizes.obstacle = 5.4;
  return sizes;
}

/// The lines that the glyphs keep away from: the twelve cusps and the four angles.
std::vector<Obstacle> obstacles(Houses const& houses, double margin) {
  std::vector<Obstacle> lines;
  for (double const angle : {houses.ascendant, houses.midheaven}) {
    lines.push_back({normalized(angle), margin, true});
    lines.push_back({normalized(angle + 180), margin, true});
  }
  for (double const cusp : houses.cusps) {
    bool const known =
        std::ranges::any_of(lines, [&](Obstacle const& line) { return separation(line.at, cusp) < 0.01; });
    if (!known) lines.push_back({normalized(cusp), margin, false});
  }
  return lines;
}

std::vector<Placed> placed(Chart const& chart, std::vector<Body> const& bodies, double gap,
                           std::vector<Obstacle> const& lines) {
  std::vector<Placed> glyphs;
  std::vector<double> wanted;
  for (Body const body : bodies) {
    if (!chart.has(body) || !glyph_of(body)) continue;
    glyphs.push_back({&chart.of(body), 0});
    wanted.push_back(chart.of(body).state.longitude);
  }
  auto const shown = spread(wanted, gap, lines);
  for (std::size_t i = 0; i < glyphs.size(); ++i) glyphs[i].shown = shown[i];
  return glyphs;
}

bool is_major(AspectKind kind) { return std::ranges::find(major_aspects, kind) != major_aspects.end(); }

}  // namespace

WheelSizes wheel_sizes(WheelOptions const& options) {
  WheelSizes sizes = options.detail == WheelDetail::compact ? compact_sizes() : WheelSizes{};
  if (options.transits == nullptr) return sizes;
  double const ring = options.detail == WheelDetail::compact ? 66 : 96;
  sizes.transit_outer = sizes.zodiac_outer + ring;
  sizes.transit_glyph = options.detail == WheelDetail::compact ? 44 : 34;
  sizes.transit_at = sizes.zodiac_outer + 12 + sizes.transit_glyph / 2;
  sizes.transit_degree = options.detail == WheelDetail::compact ? 0 : 19;
  sizes.transit_degree_at = sizes.transit_outer - 26;
  sizes.label_at += ring;
  sizes.half += ring;
  return sizes;
}

Point WheelPlan::at(double longitude, double radius) const { return on_circle(centre, radius, turned(longitude)); }

WheelPlan plan_wheel(Chart const& chart, WheelOptions const& options, Words const& words) {
  auto const sizes = wheel_sizes(options);
  WheelPlan plan{.chart = chart,
                 .options = options,
                 .words = words,
                 .sizes = sizes,
                 .palette = palette_of(options.theme),
                 .left = chart.houses ? chart.houses->ascendant : 0,
                 .centre = {sizes.half, sizes.half},
                 .bodies = {},
                 .transits = {}};
  std::vector<Obstacle> lines;
  if (chart.houses) lines = obstacles(*chart.houses, sizes.obstacle);
  plan.bodies = placed(chart, options.bodies, sizes.gap, lines);
  if (options.transits != nullptr) {
    double const gap = (sizes.transit_glyph + 8) / sizes.transit_at * 57.3;
    std::erase_if(lines, [](Obstacle const& line) { return !line.axis; });
    for (auto& line : lines) line.margin = gap / 2 + 0.4;
    plan.transits = placed(*options.transits, {sky_bodies.begin(), sky_bodies.end()}, gap, lines);
  }
  return plan;
}

Glyph glyph_of(Sign sign) { return static_cast<Glyph>(index_of(sign)); }

std::optional<Glyph> glyph_of(Body body) {
  switch (body) {
    case Body::sun:
      return Glyph::sun;
    case Body::moon:
      return Glyph::moon;
    case Body::mercury:
      return Glyph::mercury;
    case Body::venus:
      return Glyph::venus;
    case Body::mars:
      return Glyph::mars;
    case Body::jupiter:
      return Glyph::jupiter;
    case Body::saturn:
      return Glyph::saturn;
    case Body::uranus:
      return Glyph::uranus;
    case Body::neptune:
      return Glyph::neptune;
    case Body::pluto:
      return Glyph::pluto;
    case Body::north_node:
      return Glyph::north_node;
    case Body::lilith:
      return Glyph::lilith;
    case Body::chiron:
      return Glyph::chiron;
    case Body::lot_of_fortune:
      return Glyph::fortune;
    case Body::lot_of_spirit:
      return Glyph::spirit;
    case Body::ascendant:
    case Body::midheaven:
      return std::nullopt;
  }
  return std::nullopt;
}

Glyph glyph_of(AspectKind kind) {
  return static_cast<Glyph>(static_cast<std::size_t>(Glyph::conjunction) + index_of(kind));
}

Stroke aspect_stroke(AspectKind kind, double closeness, Palette const& palette) {
  using enum AspectKind;
  double const exact = std::clamp(closeness, 0.0, 1.0);
  bool const major = is_major(kind);
  Stroke stroke{.colour = palette.neutral,
                .width = major ? 1.3 + 2.3 * exact : 1.1 + 0.7 * exact,
                .opacity = 0.4 + 0.55 * exact,
                .dash = {}};
  if (kind == trine || kind == sextile) stroke.colour = palette.flowing;
  if (kind == square || kind == opposition) stroke.colour = palette.tense;
  if (kind == opposition) stroke.dash = {18, 7};
  if (kind == square) stroke.dash = {8, 6};
  if (kind == sextile) stroke.dash = {0.5, 6.5};
  if (kind == quincunx) stroke.dash = {9, 5, 0.5, 5};
  if (!major && kind != quincunx) stroke.dash = {0.5, 9};
  return stroke;
}

std::vector<Aspect const*> shown_aspects(Chart const& chart, WheelOptions const& options) {
  std::vector<Aspect const*> shown;
  auto const drawn = [&](Body body) {
    return is_sky(body) && body != Body::north_node && body != Body::lilith &&
           std::ranges::find(options.bodies, body) != options.bodies.end();
  };
  auto const outer = [](Body body) { return is_planet(body) && body > Body::saturn; };
  for (auto const& aspect : chart.aspects) {
    if (!drawn(aspect.first) || !drawn(aspect.second)) continue;
    if (outer(aspect.first) && outer(aspect.second) && !options.outer_aspects) continue;
    bool const minor = !is_major(aspect.kind) && aspect.kind != AspectKind::quincunx;
    if (!minor || options.minor_aspects) shown.push_back(&aspect);
  }
  return shown;
}

}  // namespace kelisim::astro::report
