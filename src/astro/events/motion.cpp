#include "events/motion.h"

namespace kelisim::astro {

std::vector<double> aspect_offsets(AspectKind kind) {
  auto const angle = angle_of(kind);
  if (kind == AspectKind::conjunction || kind == AspectKind::opposition) return {angle};
  return {angle, -angle};
}

std::vector<Stretch> stretches(Motion const& motion) {
  auto const [from, to] = motion.window();
  auto const step = motion.step();
  std::vector<Stretch> found(1);
  auto const reach = [&](Instant at, double value) {
    found.back().times.push_back(at);
    found.back().values.push_back(value);
  };
  auto speed = motion.speed(from);
  reach(from, motion.value(from));
  for (auto before = from; before < to;) {
    auto const at = std::min(before + step, to);
    auto const next = motion.speed(at);
    if ((speed < 0) != (next < 0)) {
      auto const turn = root(before, at, [&](Instant when) { return motion.speed(when); });
      auto const value = motion.value(turn);
      if (turn > found.back().times.back()) reach(turn, value);
      found.emplace_back();
      reach(turn, value);
    }
    if (at > found.back().times.back()) reach(at, motion.value(at));
    speed = next;
    before = at;
  }
  std::erase_if(found, [](Stretch const& one) { return one.times.size() < 2; });
  return found;
}

std::optional<Instant> crossing(Motion const& motion, Stretch const& stretch, double target) {
  bool const rises = stretch.rises();
  auto const passed = [&](double value) { return rises ? value > target : value < target; };
  if (passed(stretch.values.front()) || !passed(stretch.values.back())) return std::nullopt;
  auto const after = std::ranges::partition_point(stretch.values, [&](double value) { return !passed(value); });
  auto const index = static_cast<std::size_t>(after - stretch.values.begin());
  return root(stretch.times[index - 1], stretch.times[index],
              [&](Instant when) { return motion.value(when) - target; });
}

}  // namespace kelisim::astro
