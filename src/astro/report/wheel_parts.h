#pragma once

#include "report/wheel_plan.h"

namespace kelisim::astro::report {

/// The parts of the wheel, from the back to the front.
void draw_zodiac(Scene& scene, WheelPlan const& plan);
void draw_houses(Scene& scene, WheelPlan const& plan);
void draw_aspects(Scene& scene, WheelPlan const& plan);
void draw_bodies(Scene& scene, WheelPlan const& plan);
void draw_transits(Scene& scene, WheelPlan const& plan);
void draw_axes(Scene& scene, WheelPlan const& plan);
/// Under the wheel: what could not be drawn and why, and the legend. Makes the scene as much higher.
void draw_captions(Scene& scene, WheelPlan const& plan);

[[nodiscard]] Outline ring(Point centre, double radius, Stroke const& stroke);
[[nodiscard]] Outline segment(Point from, Point to, Stroke const& stroke);

/// `Солнце 12°34′ Телец, 5-й дом`.
[[nodiscard]] std::string placement_words(Placement const& placement, Words const& words);

}  // namespace kelisim::astro::report
