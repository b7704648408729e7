#include "report/degrees.h"
#include "report/wheel_parts.h"

#include <fmt/format.h>

namespace kelisim::astro::report {
namespace {

/// Degree, sign and minute under the glyph, towards the centre; ℞ last.
void draw_stack(Scene& scene, WheelPlan const& plan, Placed const& one) {
  auto const& sizes = plan.sizes;
  auto const& palette = plan.palette;
  auto const position = degree_minute(one.placement->state.longitude);
  auto const sign = one.placement->sign;
  scene.elements.push_back(Label{.text = fmt::format("{}°", position.degree),
                                 .at = plan.at(one.shown, sizes.degree_at),
                                 .size = sizes.degree,
                                 .colour = palette.ink});
  if (sizes.sign_at > 0) {
    scene.elements.push_back(GlyphMark{glyph_of(sign), plan.at(one.shown, sizes.sign_at), sizes.small_sign,
                                       palette.elements.at(index_of(element_of(sign))), 1.1});
  }
  if (sizes.minute_at > 0) {
    scene.elements.push_back(Label{.text = fmt::format("{:02}′", position.minute),
                                   .at = plan.at(one.shown, sizes.minute_at),
                                   .size = sizes.minute,
                                   .colour = palette.muted});
  }
  if (one.placement->retrograde) {
    scene.elements.push_back(
        GlyphMark{Glyph::retrograde, plan.at(one.shown, sizes.retrograde_at), sizes.retrograde, palette.tense, 1.2});
  }
}

/// From the true degree on the zodiac to the glyph, and a dot at the true degree where the aspects end.
void draw_leader(Scene& scene, WheelPlan const& plan, Placed const& one) {
  auto const& sizes = plan.sizes;
  double const truth = one.placement->state.longitude;
  Outline leader = segment(plan.at(truth, sizes.zodiac_inner), plan.at(truth, sizes.zodiac_inner - 10),
                           {plan.palette.ink, 1.5, 1, {}});
  leader.path.push_back(line_to(plan.at(one.shown, sizes.glyph_at + sizes.glyph / 2 - 1)));
  scene.elements.push_back(std::move(leader));
  auto const dot = plan.at(truth, sizes.house_inner);
  scene.elements.push_back(Outline{.path = {arc_about(dot, 2.6, 0, 360), close_path()},
                                   .stroke = std::nullopt,
                                   .fill = Fill{plan.palette.ink, 1}});
}

void draw_mark(Scene& scene, WheelPlan const& plan, Placed const& one) {
  auto const& sizes = plan.sizes;
  auto const centre = plan.at(one.shown, sizes.glyph_at);
  scene.elements.push_back(Outline{.path = {arc_about(centre, sizes.glyph * 0.6, 0, 360), close_path()},
                                   .stroke = Stroke{plan.palette.mark, 2, 1, {}},
                                   .fill = Fill{plan.palette.mark, 0.3}});
}

void draw_ranges(Scene& scene, WheelPlan const& plan) {
  for (auto const& range : plan.options.ranges) {
    double const to = range.from + normalized(range.to - range.from);
    scene.elements.push_back(
        GroupStart{std::string(name_of(range.body)) + "_range",
                   fmt::format("{} {} – {}", plan.term(name_of(range.body)), to_string(degree_minute(range.from)),
                               to_string(degree_minute(range.to)))});
    scene.elements.push_back(Outline{
        .path = {arc_about(plan.centre, plan.sizes.zodiac_inner - 6, plan.turned(range.from), plan.turned(to))},
        .stroke = Stroke{plan.palette.mark, 9, 0.75, {}},
        .fill = std::nullopt});
    scene.elements.push_back(GroupEnd{});
  }
}

}  // namespace

std::string placement_words(Placement const& placement, Words const& words) {
  auto const term = [&](std::string_view key) { return words("frame", "term", key); };
  auto text = fmt::format("{} {} {}", term(name_of(placement.body)),
                          to_string(degree_minute(placement.state.longitude)), term(name_of(placement.sign)));
  if (placement.house > 0) text += ", " + term(fmt::format("h{}", placement.house));
  if (placement.retrograde) text += ", " + term("retrograde");
  return text;
}

void draw_bodies(Scene& scene, WheelPlan const& plan) {
  draw_ranges(scene, plan);
  for (auto const& one : plan.bodies) {
    auto const body = one.placement->body;
    scene.elements.push_back(GroupStart{std::string(name_of(body)), placement_words(*one.placement, plan.words)});
    draw_leader(scene, plan, one);
    if (plan.options.mark == body) draw_mark(scene, plan, one);
    scene.elements.push_back(GlyphMark{*glyph_of(body), plan.at(one.shown, plan.sizes.glyph_at),
                                       plan.sizes.glyph * (is_planet(body) ? 0.86 : 0.74), plan.palette.ink, 1.05});
    draw_stack(scene, plan, one);
    scene.elements.push_back(GroupEnd{});
  }
}

void draw_transits(Scene& scene, WheelPlan const& plan) {
  auto const& sizes = plan.sizes;
  if (sizes.transit_outer == 0) return;
  scene.elements.push_back(ring(plan.centre, sizes.transit_outer, {plan.palette.hairline, 1.2, 1, {}}));
  for (auto const& one : plan.transits) {
    auto const body = one.placement->body;
    double const truth = one.placement->state.longitude;
    scene.elements.push_back(GroupStart{std::string(name_of(body)) + "_transit",
                                        plan.term("transit") + ": " + placement_words(*one.placement, plan.words)});
    Outline leader = segment(plan.at(truth, sizes.zodiac_outer), plan.at(truth, sizes.zodiac_outer + 6),
                             {plan.palette.flowing, 1.4, 1, {}});
    leader.path.push_back(line_to(plan.at(one.shown, sizes.transit_at - sizes.transit_glyph / 2)));
    scene.elements.push_back(std::move(leader));
    scene.elements.push_back(GlyphMark{*glyph_of(body), plan.at(one.shown, sizes.transit_at),
                                       sizes.transit_glyph * 0.84, plan.palette.flowing, 1.05});
    if (sizes.transit_degree > 0) {
      scene.elements.push_back(Label{.text = fmt::format("{}°", degree_minute(truth).degree),
                                     .at = plan.at(one.shown, sizes.transit_degree_at),
                                     .size = sizes.transit_degree,
                                     .colour = plan.palette.muted});
    }
    scene.elements.push_back(GroupEnd{});
  }
}

}  // namespace kelisim::astro::report
