#include "astro/wheel.h"

#include "report/canvas.h"
#include "report/svg.h"
#include "report/wheel_parts.h"

namespace kelisim::astro {
namespace report {

Scene wheel_scene(Chart const& chart, WheelOptions const& options, Words const& words) {
  auto const plan = plan_wheel(chart, options, words);
  double const side = 2 * plan.sizes.half;
  Scene scene{.width = side,
              .height = side,
              .language = options.language,
              .title = options.title.empty() ? words("frame", "heading", "wheel") : options.title,
              .description = wheel_text(chart, options, words),
              .elements = {}};
  // The paper is drawn first, but only the captions know how high it is.
  scene.elements.push_back(Outline{});
  draw_zodiac(scene, plan);
  draw_transits(scene, plan);
  draw_houses(scene, plan);
  draw_axes(scene, plan);
  draw_aspects(scene, plan);
  draw_bodies(scene, plan);
  draw_captions(scene, plan);
  scene.elements.front() = Outline{.path = {move_to({0, 0}), line_to({side, 0}), line_to({side, scene.height}),
                                            line_to({0, scene.height}), close_path()},
                                   .stroke = std::nullopt,
                                   .fill = Fill{plan.palette.paper, 1}};
  return scene;
}

}  // namespace report

std::string wheel_svg(Chart const& chart, WheelOptions const& options, Words const& words) {
  return report::to_svg(report::wheel_scene(chart, options, words));
}

std::string wheel_png(Chart const& chart, WheelOptions const& options, Words const& words, int pixels) {
  return report::to_png(report::wheel_scene(chart, options, words), pixels);
}

}  // namespace kelisim::astro
