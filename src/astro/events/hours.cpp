#include "astro/events.h"
#include "events/horizon.h"

#include <algorithm>

namespace kelisim::astro {
namespace {

using std::chrono::hours;

constexpr double rising_altitude = -50.0 / 60.0;
constexpr auto day_length = hours(24);

/// From Saturn inwards: each hour is ruled by the next.
constexpr std::array chaldean = {Body::saturn, Body::jupiter, Body::mars, Body::sun,
                                 Body::venus,  Body::mercury, Body::moon};
/// From Sunday.
constexpr std::array day_rulers = {Body::sun,     Body::moon,  Body::mars,  Body::mercury,
                                   Body::jupiter, Body::venus, Body::saturn};

/// The Sun's rising or setting nearest to `guess`, if there is one that day.
std::optional<Instant> solve(Track const& track, SiderealClock const& clock, Place const& place, Instant guess,
                             double Crossings::* side) {
  auto at = guess;
  for (int step = 0; step < 8; ++step) {
    if (at < track.window().from || at > track.window().to) return std::nullopt;
    auto const found =
        crossings_of(track.longitude(Body::sun, at), track.obliquity(), place.latitude, rising_altitude);
    if (!found) return std::nullopt;
    auto const off = arc(clock.angle(at, place.longitude), (*found).*side);
    auto const shift = Duration(std::llround(off / 360.985647 * 86'400e6));
    at = at + shift;
    if (std::abs(shift.count()) < 10'000) return at;
  }
  return std::nullopt;
}

void append_day(Track const& track, SiderealClock const& clock, Place const& place, Instant noon, SunTimes& into) {
  auto const push = [&](std::vector<Instant>& list, std::optional<Instant> at) {
    // Near the polar circle two days may find the same instant.
    if (at && (list.empty() || *at - list.back() > hours(1))) list.push_back(*at);
  };
  push(into.rises, solve(track, clock, place, noon - hours(6), &Crossings::rising));
  push(into.sets, solve(track, clock, place, noon + hours(6), &Crossings::setting));
}

/// Days since a Sunday, of the local mean time of a longitude.
Body ruler_of_day(Instant sunrise, double longitude) {
  auto const local = sunrise + Duration(std::llround(longitude * 240e6));
  auto const day = std::chrono::floor<std::chrono::days>(Duration(local.micros)).count();
  return day_rulers.at(static_cast<std::size_t>(((day + 4) % 7 + 7) % 7));  // 1970-01-01 was a Thursday
}

void append_hours(Instant from, Instant to, Body day_ruler, bool day, Window window,
                  std::vector<PlanetaryHour>& into) {
  auto const first = static_cast<std::size_t>(std::ranges::find(chaldean, day_ruler) - chaldean.begin());
  for (int i = 0; i < 12; ++i) {
    auto const start = from + (to - from) * i / 12;
    auto const end = from + (to - from) * (i + 1) / 12;
    if (end <= window.from || start >= window.to) continue;
    auto const place = first + static_cast<std::size_t>(day ? i : i + 12);
    into.push_back({start, end, chaldean.at(place % 7), day_ruler, i + 1, day});
  }
}

}  // namespace

SunTimes sun_times(Ephemeris& ephemeris, Track const& track, Place const& place) {
  auto const window = track.window();
  SiderealClock const clock(ephemeris, window);
  SunTimes found;
  auto const local_shift = Duration(std::llround(place.longitude * 240e6));
  auto const midnight = std::chrono::floor<std::chrono::days>(Duration((window.from + local_shift).micros));
  auto noon = Instant{Duration(midnight).count()} - local_shift + hours(12) - day_length;
  for (; noon < window.to + day_length; noon = noon + day_length) append_day(track, clock, place, noon, found);
  return found;
}

std::vector<PlanetaryHour> planetary_hours(Ephemeris& ephemeris, Window window, Place const& place) {
  Window const wide{window.from - 2 * day_length, window.to + 2 * day_length};
  Track const track(ephemeris, wide, std::array{Body::sun});
  auto const times = sun_times(ephemeris, track, place);
  std::vector<PlanetaryHour> found;
  for (auto const rise : times.rises) {
    auto const set = std::ranges::upper_bound(times.sets, rise);
    if (set == times.sets.end() || *set - rise > day_length) continue;
    auto const ruler = ruler_of_day(rise, place.longitude);
    append_hours(rise, *set, ruler, true, window, found);
    auto const next = std::ranges::upper_bound(times.rises, *set);
    if (next == times.rises.end() || *next - *set > day_length) continue;
    append_hours(*set, *next, ruler, false, window, found);
  }
  return found;
}

}  // namespace kelisim::astro
