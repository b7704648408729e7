#include "chart/patterns.h"

#include <algorithm>

namespace kelisim::astro {
namespace {

using Mask = unsigned;  ///< a bit for each planet
constexpr std::size_t count = planets.size();
constexpr std::size_t stellium_least = 4;

/// By kind and planet, the planets that it is in that aspect with.
class Web {
 public:
  explicit Web(std::vector<Aspect> const& aspects) {
    for (auto const& one : aspects) {
      if (!is_planet(one.first) || !is_planet(one.second)) continue;
      auto& of_kind = met_.at(index_of(one.kind));
      of_kind.at(index_of(one.first)) |= 1U << index_of(one.second);
      of_kind.at(index_of(one.second)) |= 1U << index_of(one.first);
    }
  }
  [[nodiscard]] bool met(AspectKind kind, std::size_t a, std::size_t b) const {
    return (all(kind, a) >> b & 1U) != 0;
  }
  [[nodiscard]] Mask all(AspectKind kind, std::size_t a) const { return met_[index_of(kind)][a]; }

 private:
  std::array<std::array<Mask, count>, count_of<AspectKind>> met_{};
};

Body body_at(std::size_t i) { return static_cast<Body>(i); }

template <class Visit>
void each_in(Mask mask, Visit visit) {
  for (std::size_t i = 0; i < count; ++i)
    if ((mask >> i & 1U) != 0) visit(i);
}

void add_grand_trines(Web const& web, std::vector<Pattern>& into) {
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = a + 1; b < count; ++b)
      if (web.met(AspectKind::trine, a, b))
        each_in(web.all(AspectKind::trine, a) & web.all(AspectKind::trine, b), [&](std::size_t c) {
          if (c > b) into.push_back({PatternKind::grand_trine, {body_at(a), body_at(b), body_at(c)}});
        });
}

/// Apex patterns: two planets in `base`, both in `arm` with a third.
void add_apexes(Web const& web, PatternKind kind, AspectKind base, AspectKind arm, std::vector<Pattern>& into) {
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = a + 1; b < count; ++b)
      if (web.met(base, a, b))
        each_in(web.all(arm, a) & web.all(arm, b),
                [&](std::size_t apex) { into.push_back({kind, {body_at(apex), body_at(a), body_at(b)}}); });
}

void add_crosses(Web const& web, std::vector<Pattern>& into) {
  for (std::size_t a = 0; a < count; ++a)
    each_in(web.all(AspectKind::opposition, a), [&](std::size_t b) {
      auto const both = web.all(AspectKind::square, a) & web.all(AspectKind::square, b);
      if (b > a)
        each_in(both, [&](std::size_t c) {
          each_in(both & web.all(AspectKind::opposition, c), [&](std::size_t d) {
            if (c > a && d > c)
              into.push_back({PatternKind::grand_cross, {body_at(a), body_at(b), body_at(c), body_at(d)}});
          });
        });
    });
}

void drop_squares_of_crosses(std::vector<Pattern>& patterns) {
  auto const inside = [](Pattern const& small, Pattern const& large) {
    return std::ranges::all_of(small.bodies,
                               [&](Body one) { return std::ranges::find(large.bodies, one) != large.bodies.end(); });
  };
  std::vector<Pattern> crosses;
  std::ranges::copy_if(patterns, std::back_inserter(crosses),
                       [](Pattern const& one) { return one.kind == PatternKind::grand_cross; });
  std::erase_if(patterns, [&](Pattern const& one) {
    return one.kind == PatternKind::t_square &&
           std::ranges::any_of(crosses, [&](Pattern const& cross) { return inside(one, cross); });
  });
}

void add_stelliums(std::vector<Placement> const& placements, std::vector<Pattern>& into) {
  std::array<Mask, count_of<Sign>> by_sign{};
  for (std::size_t i = 0; i < count; ++i) by_sign.at(index_of(placements[i].sign)) |= 1U << i;
  for (auto const mask : by_sign) {
    std::vector<Body> bodies;
    each_in(mask, [&](std::size_t i) { bodies.push_back(body_at(i)); });
    if (bodies.size() >= stellium_least) into.push_back({PatternKind::stellium, bodies});
  }
}

}  // namespace

std::vector<Pattern> find_patterns(std::vector<Placement> const& placements, std::vector<Aspect> const& aspects) {
  Web const web(aspects);
  std::vector<Pattern> found;
  add_apexes(web, PatternKind::t_square, AspectKind::opposition, AspectKind::square, found);
  add_grand_trines(web, found);
  add_crosses(web, found);
  drop_squares_of_crosses(found);
  add_stelliums(placements, found);
  add_apexes(web, PatternKind::yod, AspectKind::sextile, AspectKind::quincunx, found);
  return found;
}

}  // namespace kelisim::astro
