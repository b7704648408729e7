#include "astro/events.h"
#include "events/motion.h"

#include <algorithm>
#include <tuple>

namespace kelisim::astro {
namespace {

/// A planet that turns passes the same degree again; when it comes round the zodiac that is another story.
void count_passes(std::vector<Transit>& found) {
  std::map<std::tuple<Body, Body, double, AspectKind>, std::vector<Transit*>> stories;
  auto const tell = [](std::vector<Transit*>& story) {
    for (std::size_t i = 0; i < story.size(); ++i) {
      story[i]->pass = static_cast<int>(i) + 1;
      story[i]->passes = static_cast<int>(story.size());
      story[i]->loop_from = story.front()->at;
    }
    story.clear();
  };
  for (auto& one : found) {
    auto& story = stories[{one.mover, one.point.body, one.longitude, one.kind}];
    if (!story.empty() && story.back()->retrograde == one.retrograde) tell(story);
    story.push_back(&one);
  }
  for (auto& [key, story] : stories) tell(story);
}

}  // namespace

std::vector<Ingress> ingresses(Track const& track, Body body) {
  Motion const motion(track, body);
  std::vector<Ingress> found;
  for (auto const& stretch : stretches(motion))
    each_crossing(motion, stretch, 0, 30, [&](Instant at, std::int64_t turn) {
      auto const boundary = normalized(static_cast<double>(turn) * 30);
      bool const back = !stretch.rises();
      found.push_back({body, at, sign_of(back ? boundary - 15 : boundary + 15), back});
    });
  return found;
}

std::vector<SkyAspect> sky_aspects(Track const& track, Body first, Body second, std::span<AspectKind const> kinds) {
  Motion const motion(track, first, second);
  std::vector<SkyAspect> found;
  for (auto const& stretch : stretches(motion))
    for (auto const kind : kinds)
      for (auto const offset : aspect_offsets(kind))
        each_crossing(motion, stretch, offset, 360,
                      [&](Instant at, std::int64_t) { found.push_back({first, second, kind, at}); });
  std::ranges::sort(found, {}, &SkyAspect::at);
  return found;
}

std::vector<Transit> transits(Track const& track, std::span<Body const> movers, std::span<FixedPoint const> points,
                              std::span<AspectKind const> kinds) {
  std::vector<Transit> found;
  for (auto const mover : movers) {
    Motion const motion(track, mover);
    for (auto const& stretch : stretches(motion))
      for (auto const& point : points)
        for (auto const kind : kinds)
          for (auto const offset : aspect_offsets(kind))
            each_crossing(motion, stretch, point.longitude + offset, 360, [&](Instant at, std::int64_t) {
              found.push_back({mover, point, kind, at, normalized(point.longitude + offset), !stretch.rises()});
            });
  }
  std::ranges::sort(found, {}, [](Transit const& one) {
    return std::tuple(one.at, one.mover, one.point.body, one.point.longitude, one.kind);
  });
  count_passes(found);
  return found;
}

std::vector<FixedPoint> fixed_points(Chart const& chart) {
  std::vector<FixedPoint> found;
  for (auto const& one : chart.placements) found.push_back({one.body, one.state.longitude});
  return found;
}

std::vector<Instant> passages(Track const& track, Body body, double longitude) {
  Motion const motion(track, body);
  std::vector<Instant> found;
  for (auto const& stretch : stretches(motion))
    each_crossing(motion, stretch, longitude, 360, [&](Instant at, std::int64_t) { found.push_back(at); });
  return found;
}

std::vector<Station> stations(Track const& track, Body body) {
  Motion const motion(track, body);
  auto const parts = stretches(motion);
  std::vector<Station> found;
  for (std::size_t i = 1; i < parts.size(); ++i)
    found.push_back({body, parts[i].times.front(), normalized(parts[i].values.front()), !parts[i].rises()});
  return found;
}

std::vector<RetrogradeLoop> retrograde_loops(Track const& track, Body body) {
  Motion const motion(track, body);
  auto const parts = stretches(motion);
  std::vector<RetrogradeLoop> found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const& back = parts[i];
    if (back.rises()) continue;
    RetrogradeLoop loop{.body = body, .shadow_from = {}, .retrograde_from = {}, .direct_from = {}, .shadow_to = {}};
    bool const begins = i > 0;
    bool const ends = i + 1 < parts.size();
    if (begins) loop.retrograde_from = back.times.front();
    if (ends) loop.direct_from = back.times.back();
    if (begins && ends) {
      loop.shadow_from = crossing(motion, parts[i - 1], back.values.back());
      loop.shadow_to = crossing(motion, parts[i + 1], back.values.front());
    }
    found.push_back(loop);
  }
  return found;
}

}  // namespace kelisim::astro
