#include "report/degrees.h"
#include "report/wheel_parts.h"

#include <fmt/format.h>

#include <set>

namespace kelisim::astro::report {
namespace {

std::string aspect_words(Aspect const& aspect, Words const& words) {
  auto const term = [&](auto value) { return words("frame", "term", name_of(value)); };
  return fmt::format("{} – {} – {}, {}", term(aspect.first), term(aspect.kind), term(aspect.second),
                     orb_text(aspect.orb));
}

/// Two bodies that stand together have no chord: an arc beside the ring joins them.
Outline joining_arc(WheelPlan const& plan, double a, double b, Stroke const& stroke) {
  double const radius = plan.sizes.house_inner - 7;
  double const from = plan.turned(a);
  return {.path = {arc_about(plan.centre, radius, from, from - astro::arc(a, b))},
          .stroke = stroke,
          .fill = std::nullopt};
}

void draw_legend(Scene& scene, WheelPlan const& plan, double& bottom) {
  std::set<AspectKind> kinds;
  for (auto const* aspect : shown_aspects(plan.chart, plan.options)) kinds.insert(aspect->kind);
  if (kinds.empty()) return;
  bool const compact = plan.options.detail == WheelDetail::compact;
  double const size = compact ? 30 : 20;
  double const row = compact ? 46 : 34;
  auto const columns = std::min<std::size_t>(kinds.size(), compact ? 2 : 3);
  double const width = 2 * plan.sizes.half / static_cast<double>(columns);
  std::size_t i = 0;
  bottom += 14;
  for (AspectKind const kind : kinds) {
    double const x = width * static_cast<double>(i % columns) + width * 0.5 - 130;
    double const y = bottom + row * static_cast<double>(i / columns) + row / 2;
    scene.elements.push_back(GlyphMark{glyph_of(kind), {x + 12, y}, size * 1.1, plan.palette.ink, 1});
    scene.elements.push_back(segment({x + 36, y}, {x + 96, y}, aspect_stroke(kind, 0.75, plan.palette)));
    scene.elements.push_back(Label{.text = plan.term(name_of(kind)),
                                   .at = {x + 110, y},
                                   .size = size,
                                   .colour = plan.palette.muted,
                                   .anchor = Anchor::start});
    ++i;
  }
  bottom += row * static_cast<double>((kinds.size() + columns - 1) / columns);
}

}  // namespace

void draw_aspects(Scene& scene, WheelPlan const& plan) {
  auto shown = shown_aspects(plan.chart, plan.options);
  // The most exact last, on top.
  std::ranges::sort(shown, {},
                    [](Aspect const* one) { return std::tuple{one->closeness(), one->first, one->second}; });
  for (auto const* aspect : shown) {
    double const a = plan.chart.of(aspect->first).state.longitude;
    double const b = plan.chart.of(aspect->second).state.longitude;
    auto const stroke = aspect_stroke(aspect->kind, aspect->closeness(), plan.palette);
    scene.elements.push_back(GroupStart{fmt::format("{}_{}", name_of(aspect->first), name_of(aspect->second)),
                                        aspect_words(*aspect, plan.words)});
    if (aspect->kind == AspectKind::conjunction) {
      scene.elements.push_back(joining_arc(plan, a, b, stroke));
    } else {
      scene.elements.push_back(
          segment(plan.at(a, plan.sizes.house_inner), plan.at(b, plan.sizes.house_inner), stroke));
    }
    scene.elements.push_back(GroupEnd{});
  }
}

void draw_captions(Scene& scene, WheelPlan const& plan) {
  double bottom = scene.height;
  auto const caption = [&](std::string_view key) {
    scene.elements.push_back(Label{.text = plan.words("document", "wheel", key),
                                   .at = {plan.sizes.half, bottom + 18},
                                   .size = plan.options.detail == WheelDetail::compact ? 30.0 : 22.0,
                                   .colour = plan.palette.muted});
    bottom += 44;
  };
  if (!plan.chart.houses) caption("no_houses");
  if (plan.chart.houses && plan.chart.houses->whole_sign_used) caption("whole_sign_used");
  if (plan.options.legend) draw_legend(scene, plan, bottom);
  if (bottom > scene.height) scene.height = bottom + 8;
}

std::string table_words(Chart const& chart, WheelOptions const& options, Words const& words) {
  std::string text;
  auto const term = [&](std::string_view key) { return words("frame", "term", key); };
  for (Body const body : options.bodies)
    if (chart.has(body)) text += placement_words(chart.of(body), words) + '\n';
  for (Body const angle : {Body::ascendant, Body::midheaven}) {
    if (!chart.has(angle)) continue;
    auto const& placement = chart.of(angle);
    text += fmt::format("{} {} {}\n", term(name_of(angle)), to_string(degree_minute(placement.state.longitude)),
                        term(name_of(placement.sign)));
  }
  if (!chart.houses) text += words("document", "wheel", "no_houses") + '\n';
  if (chart.houses && chart.houses->whole_sign_used) text += words("document", "wheel", "whole_sign_used") + '\n';
  for (auto const* aspect : shown_aspects(chart, options)) text += aspect_words(*aspect, words) + '\n';
  if (options.transits != nullptr) {
    for (Body const body : sky_bodies)
      text += term("transit") + ": " + placement_words(options.transits->of(body), words) + '\n';
  }
  return text;
}

}  // namespace kelisim::astro::report

namespace kelisim::astro {

std::string wheel_text(Chart const& chart, WheelOptions const& options, Words const& words) {
  return report::table_words(chart, options, words);
}

}  // namespace kelisim::astro
