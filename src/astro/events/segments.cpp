#include "astro/segments.h"

#include "events/local.h"
#include "events/motion.h"
#include "events/series.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <cmath>

namespace kelisim::astro {
namespace {

using std::chrono::hours;

constexpr auto a_day = hours(24);
constexpr std::size_t natal_max = 32;

struct Rulers {
  std::optional<Body> day;
  std::optional<Body> hour;
  friend bool operator==(Rulers const&, Rulers const&) = default;
};

Duration days(double count) { return Duration(std::llround(count * 86'400e6)); }

std::vector<Instant> crossings(Motion const& motion, std::vector<Stretch> const& parts, std::vector<double> offsets,
                               double period) {
  std::vector<Instant> found;
  for (auto const& part : parts)
    for (auto const offset : offsets)
      each_crossing(motion, part, offset, period, [&](Instant at, std::int64_t) { found.push_back(at); });
  return found;
}

/// All that changes in a window, each as a series of its own.
class Changes {
 public:
  Changes(Ephemeris& ephemeris, Window window, SegmentSettings const& settings)
      : window_(window),
        settings_(settings),
        track_(ephemeris, wider(window, settings), planets, settings.models),
        local_(ephemeris, track_, window, settings.place) {
    ascendant_ = local_.ascendant_signs();
    midheaven_ = local_.midheaven_signs();
    find_planets();
    find_moon();
    find_eclipses(ephemeris);
    find_rulers(ephemeris);
    find_moon_aspects();
    find_angular();
    find_natal();
  }

  [[nodiscard]] std::vector<SkySegment> assemble();

 private:
  using Flags = std::array<Series<bool>, planets.size()>;

  static Window wider(Window window, SegmentSettings const& settings) {
    auto const margin = std::max(4 * Duration(a_day), days(settings.station_days));
    return {window.from - margin, window.to + margin};
  }
  [[nodiscard]] Series<bool> inside(std::vector<Window> const& spans) const {
    std::vector<Instant> cuts;
    for (auto const& [from, to] : spans) cuts.insert(cuts.end(), {from, to});
    return series_of(window_, std::move(cuts), [&](Instant at) {
      return std::ranges::any_of(spans, [&](Window const& one) { return one.from <= at && at < one.to; });
    });
  }
  void find_planets();
  void find_moon();
  void find_eclipses(Ephemeris& ephemeris);
  void find_rulers(Ephemeris& ephemeris);
  void find_moon_aspects();
  void find_angular();
  void find_natal();
  [[nodiscard]] std::vector<Instant> cuts() const;

  Window window_;
  SegmentSettings const& settings_;
  Track track_;
  LocalSky local_;
  Series<Sign> ascendant_;
  Series<Sign> midheaven_;
  std::array<Series<Sign>, planets.size()> signs_;
  Flags retrograde_;
  Flags near_station_;
  Series<MoonPhase> phase_;
  Series<bool> waxing_;
  Series<bool> void_;
  Series<bool> combusta_;
  Series<bool> fast_;
  Series<bool> eclipse_;
  Series<Rulers> rulers_;
  Timeline<SegmentAspect> moon_applies_;
  Timeline<AngularBody> angular_;
  Timeline<SegmentAspect> natal_;
};

void Changes::find_planets() {
  for (auto const body : planets) {
    auto const i = index_of(body);
    Motion const motion(track_, body);
    auto const parts = stretches(motion);
    signs_.at(i) = series_of(window_, crossings(motion, parts, {0}, 30),
                             [&](Instant at) { return sign_of(track_.longitude(body, at)); });
    std::vector<Instant> turns;
    std::vector<Window> near;
    for (std::size_t part = 1; part < parts.size(); ++part) {
      auto const at = parts[part].times.front();
      turns.push_back(at);
      near.push_back({at - days(settings_.station_days), at + days(settings_.station_days)});
    }
    retrograde_.at(i) = series_of(window_, std::move(turns), [&](Instant at) { return track_.speed(body, at) < 0; });
    near_station_.at(i) = inside(near);
  }
}

void Changes::find_moon() {
  Motion const lead(track_, Body::moon, Body::sun);
  auto const parts = stretches(lead);
  auto const elongation = [&](Instant at) { return normalized(lead.value(at)); };
  phase_ =
      series_of(window_, crossings(lead, parts, {22.5}, 45), [&](Instant at) { return phase_of(elongation(at)); });
  waxing_ = series_of(window_, crossings(lead, parts, {0}, 180), [&](Instant at) { return elongation(at) < 180; });
  std::vector<Window> voids;
  for (auto const& one : voids_of_course(track_, settings_.void_rule)) voids.push_back({one.from, one.to});
  void_ = inside(voids);
  Motion const moon(track_, Body::moon);
  combusta_ = series_of(window_, crossings(moon, stretches(moon), {195, 225}, 360), [&](Instant at) {
    auto const longitude = track_.longitude(Body::moon, at);
    return longitude >= 195 && longitude < 225;
  });
  auto const excess = [&](Instant at) { return moon.speed(at) - settings_.fast_moon; };
  std::vector<Instant> turns;
  auto const step = moon.step();
  for (auto at = track_.window().from; at + step <= track_.window().to; at = at + step)
    if ((excess(at) < 0) != (excess(at + step) < 0)) turns.push_back(root(at, at + step, excess));
  fast_ = series_of(window_, std::move(turns), [&](Instant at) { return excess(at) > 0; });
}

void Changes::find_eclipses(Ephemeris& ephemeris) {
  auto const margin = days(settings_.eclipse_days);
  std::vector<Window> near;
  for (auto const& one : ephemeris.eclipses({window_.from - margin, window_.to + margin}))
    near.push_back({one.maximum - margin, one.maximum + margin});
  eclipse_ = inside(near);
}

void Changes::find_rulers(Ephemeris& ephemeris) {
  auto const all = planetary_hours(ephemeris, window_, settings_.place);
  auto at = window_.from;
  for (auto const& one : all) {
    if (one.from > at) rulers_.append(at, {});
    rulers_.append(std::max(at, one.from), {one.day_ruler, one.ruler});
    at = one.to;
  }
  if (at < window_.to) rulers_.append(at, {});
}

void Changes::find_moon_aspects() {
  for (auto const body : planets) {
    if (body == Body::moon) continue;
    Motion const lead(track_, Body::moon, body);
    auto const parts = stretches(lead);
    for (auto const kind : major_aspects)
      for (auto const offset : aspect_offsets(kind)) {
        auto const holds =
            series_of(window_, crossings(lead, parts, {offset, offset - settings_.moon_orb}, 360), [&](Instant at) {
              auto const ahead = arc(lead.value(at), offset);
              return ahead > 0 && ahead <= settings_.moon_orb;
            });
        moon_applies_.add(windows_of(holds, window_.to), {body, Body::moon, kind});
      }
  }
  moon_applies_.sort();
}

void Changes::find_angular() {
  for (auto const body : classical)
    for (std::size_t i = 0; i < count_of<Angle>; ++i) {
      auto const angle = static_cast<Angle>(i);
      angular_.add(local_.angular(body, angle, settings_.angular_orb), {body, angle});
    }
  angular_.sort();
}

void Changes::find_natal() {
  auto const orb = settings_.natal_orb;
  for (auto const body : classical) {
    if (settings_.natal.empty()) break;
    Motion const motion(track_, body);
    auto const parts = stretches(motion);
    for (auto const& point : settings_.natal)
      for (auto const kind : major_aspects)
        for (auto const offset : aspect_offsets(kind)) {
          auto const exact = point.longitude + offset;
          auto const holds =
              series_of(window_, crossings(motion, parts, {exact - orb, exact + orb}, 360),
                        [&](Instant at) { return separation(track_.longitude(body, at), exact) <= orb; });
          natal_.add(windows_of(holds, window_.to), {body, point.body, kind});
        }
  }
  natal_.sort();
}

std::vector<Instant> Changes::cuts() const {
  std::vector<Instant> found;
  auto const take = [&](auto const& series) {
    for (auto const& piece : series.pieces()) found.push_back(piece.from);
  };
  take(ascendant_);
  take(midheaven_);
  for (std::size_t i = 0; i < planets.size(); ++i) {
    take(signs_.at(i));
    take(retrograde_.at(i));
    take(near_station_.at(i));
  }
  take(phase_);
  for (auto const* one : {&waxing_, &void_, &combusta_, &fast_, &eclipse_}) take(*one);
  take(rulers_);
  moon_applies_.collect_cuts(found);
  angular_.collect_cuts(found);
  natal_.collect_cuts(found);
  std::erase_if(found, [&](Instant at) { return at < window_.from || at >= window_.to; });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

template <class Value, std::size_t count>
std::vector<Reader<Value>> readers(std::array<Series<Value>, count> const& all) {
  return {all.begin(), all.end()};
}

std::vector<SkySegment> Changes::assemble() {
  Reader ascendant(ascendant_);
  Reader midheaven(midheaven_);
  Reader phase(phase_);
  Reader waxing(waxing_);
  Reader moon_void(void_);
  Reader combusta(combusta_);
  Reader fast(fast_);
  Reader eclipse(eclipse_);
  Reader rulers(rulers_);
  auto signs = readers(signs_);
  auto retrograde = readers(retrograde_);
  auto near_station = readers(near_station_);
  auto const at = cuts();
  std::vector<SkySegment> found(at.size());
  for (std::size_t n = 0; n < at.size(); ++n) {
    auto& one = found[n];
    one.from = at[n];
    one.to = n + 1 < at.size() ? at[n + 1] : window_.to;
    one.ascendant = ascendant.at(at[n]);
    one.midheaven = midheaven.at(at[n]);
    for (std::size_t i = 0; i < planets.size(); ++i) {
      one.signs.at(i) = signs[i].at(at[n]);
      one.retrograde[i] = retrograde[i].at(at[n]);
      one.near_station[i] = near_station[i].at(at[n]);
    }
    one.phase = phase.at(at[n]);
    one.waxing = waxing.at(at[n]);
    one.moon_void = moon_void.at(at[n]);
    one.via_combusta = combusta.at(at[n]);
    one.moon_fast = fast.at(at[n]);
    one.near_eclipse = eclipse.at(at[n]);
    one.day_ruler = rulers.at(at[n]).day;
    one.hour_ruler = rulers.at(at[n]).hour;
    one.moon_applies = moon_applies_.at(at[n]);
    one.angular = angular_.at(at[n]);
    one.natal = natal_.at(at[n]);
  }
  return found;
}

}  // namespace

std::vector<SkySegment> sky_segments(Ephemeris& ephemeris, Window window, SegmentSettings const& settings) {
  ENSURE(window.from < window.to && window.to - window.from <= 400 * a_day);
  ENSURE(settings.natal.size() <= natal_max);
  return Changes(ephemeris, window, settings).assemble();
}

}  // namespace kelisim::astro
