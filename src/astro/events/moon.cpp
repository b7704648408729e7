#include "astro/events.h"
#include "events/motion.h"

#include <algorithm>

namespace kelisim::astro {
namespace {

std::vector<SkyAspect> aspects_of_moon(Track const& track, VoidRule rule) {
  auto const last = rule == VoidRule::classical ? Body::saturn : Body::pluto;
  std::vector<SkyAspect> found;
  for (auto const planet : planets) {
    if (planet == Body::moon || planet > last) continue;
    std::ranges::copy(sky_aspects(track, Body::moon, planet, major_aspects), std::back_inserter(found));
  }
  std::ranges::sort(found, {}, &SkyAspect::at);
  return found;
}

MoonPhase quarter(std::int64_t turn) {
  constexpr std::array quarters = {MoonPhase::new_moon, MoonPhase::first_quarter, MoonPhase::full,
                                   MoonPhase::last_quarter};
  return quarters.at(static_cast<std::size_t>((turn % 4 + 4) % 4));
}

}  // namespace

std::vector<VoidOfCourse> voids_of_course(Track const& track, VoidRule rule) {
  auto const aspects = aspects_of_moon(track, rule);
  auto const entries = ingresses(track, Body::moon);
  std::vector<VoidOfCourse> found;
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
    VoidOfCourse one{.from = entries[i].at, .to = entries[i + 1].at, .sign = entries[i].into, .last = {}};
    auto const after = std::ranges::lower_bound(aspects, one.to, {}, &SkyAspect::at);
    if (after != aspects.begin() && std::prev(after)->at >= one.from) {
      one.last = *std::prev(after);
      one.from = one.last->at;
    }
    found.push_back(one);
  }
  return found;
}

std::vector<Lunation> lunations(Track const& track) {
  Motion const motion(track, Body::moon, Body::sun);
  std::vector<Lunation> found;
  for (auto const& stretch : stretches(motion))
    each_crossing(motion, stretch, 0, 90, [&](Instant at, std::int64_t turn) {
      found.push_back({quarter(turn), at, track.longitude(Body::moon, at)});
    });
  return found;
}

std::optional<Lunation> prenatal_lunation(Ephemeris& ephemeris, Instant birth) {
  auto const from = birth - std::chrono::hours(24 * 16);
  if (!covered(from) || !covered(birth + std::chrono::hours(25))) return std::nullopt;
  Track const track(ephemeris, {from, birth}, std::array{Body::sun, Body::moon});
  auto const all = lunations(track);
  auto const last = std::find_if(all.rbegin(), all.rend(), [](Lunation const& one) {
    return one.phase == MoonPhase::new_moon || one.phase == MoonPhase::full;
  });
  return last == all.rend() ? std::nullopt : std::optional(*last);
}

}  // namespace kelisim::astro
