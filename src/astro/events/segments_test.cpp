#include "astro/segments.h"

#include "sky.h"

#include <gtest/gtest.h>

#include <random>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using test::sky;
using test::utc;

struct Case {
  char const* name;
  Place place;
  Window window;
};

std::vector<Case> cases() {
  return {{"Almaty in spring", {43.25, 76.95, 0}, {utc(2026, 3, 1), utc(2026, 4, 1)}},
          {"Murmansk around midsummer", {68.97, 33.07, 0}, {utc(2027, 5, 10), utc(2027, 6, 10)}},
          {"Longyearbyen in autumn", {78.22, 15.63, 0}, {utc(2026, 9, 25), utc(2026, 10, 28)}},
          {"Sydney in winter", {-33.87, 151.21, 0}, {utc(2026, 7, 20), utc(2026, 8, 20)}}};
}

SegmentSettings settings_at(Place const& place) {
  SegmentSettings settings;
  settings.place = place;
  settings.natal = {{Body::sun, 196.27}, {Body::venus, 153.2}, {Body::ascendant, 19.9}};
  return settings;
}

/// Whether a value so near to a threshold could fall on either side of it.
bool close_call(double value, double threshold, double width = 0.02) { return std::abs(value - threshold) < width; }

bool near_boundary(double longitude) {
  auto const degree = degree_in_sign(longitude);
  return degree < 0.02 || degree > 29.98;
}

/// What the Ephemeris itself says of one moment, without any of the search.
class Moment {
 public:
  Moment(Instant at, SegmentSettings const& settings) : at_(at), settings_(&settings) {
    sky().states(at, planets, {}, states_);
    houses_ = sky().houses(HouseSystem::equal, at, settings.place);
  }

  void expect(SkySegment const& one) const {
    expect_signs(one);
    expect_moon(one);
    expect_angles(one);
    expect_natal(one);
  }

 private:
  [[nodiscard]] double longitude(Body body) const { return states_[index_of(body)].longitude; }

  void expect_signs(SkySegment const& one) const {
    // The Ascendant runs fast at high latitudes: a second may be many minutes of arc.
    auto const steady = separation(houses_.ascendant, houses_.midheaven);
    if (!near_boundary(houses_.ascendant) && steady > 1 && steady < 179)
      EXPECT_EQ(one.ascendant, sign_of(houses_.ascendant));
    if (!near_boundary(houses_.midheaven)) EXPECT_EQ(one.midheaven, sign_of(houses_.midheaven));
    for (auto const body : planets) {
      if (!near_boundary(longitude(body))) EXPECT_EQ(one.signs.at(index_of(body)), sign_of(longitude(body)));
      auto const speed = states_[index_of(body)].longitude_speed;
      if (!close_call(speed, 0, 1e-4)) EXPECT_EQ(one.retrograde[index_of(body)], speed < 0);
    }
  }

  void expect_moon(SkySegment const& one) const {
    auto const moon = longitude(Body::moon);
    auto const elongation = normalized(moon - longitude(Body::sun));
    EXPECT_EQ(one.phase, phase_of(elongation));
    EXPECT_EQ(one.waxing, elongation < 180);
    EXPECT_EQ(one.via_combusta, moon >= 195 && moon < 225);
    EXPECT_EQ(one.moon_fast, states_[index_of(Body::moon)].longitude_speed > settings_->fast_moon);
    std::vector<SegmentAspect> applies;
    for (auto const body : planets) {
      if (body == Body::moon) continue;
      for (auto const kind : major_aspects)
        for (auto const side : {-1, 1}) {
          if (side < 0 && (kind == AspectKind::conjunction || kind == AspectKind::opposition)) continue;
          auto const ahead = arc(moon, longitude(body) + side * angle_of(kind));
          if (close_call(ahead, 0, 1e-3) || close_call(ahead, settings_->moon_orb, 1e-3)) return;
          if (ahead > 0 && ahead < settings_->moon_orb) applies.push_back({body, Body::moon, kind});
        }
    }
    EXPECT_EQ(one.moon_applies, applies);
  }

  [[nodiscard]] std::vector<AngularBody> angular_at(Instant at) const {
    auto const houses = sky().houses(HouseSystem::equal, at, settings_->place);
    std::vector<AngularBody> found;
    for (auto const body : classical)
      for (std::size_t i = 0; i < count_of<Angle>; ++i) {
        auto const base = i % 2 == 0 ? houses.ascendant : houses.midheaven;
        auto const off = separation(longitude(body), base + (i >= 2 ? 180 : 0));
        if (off <= settings_->angular_orb) found.push_back({body, static_cast<Angle>(i)});
      }
    return found;
  }

  void expect_angles(SkySegment const& one) const {
    auto const expected = angular_at(at_);
    auto const second = std::chrono::seconds(1);
    bool const settled = angular_at(at_ - second) == expected && angular_at(at_ + second) == expected;
    if (settled) EXPECT_EQ(one.angular, expected);
  }

  void expect_natal(SkySegment const& one) const {
    std::vector<SegmentAspect> expected;
    for (auto const body : classical)
      for (auto const& point : settings_->natal)
        for (auto const kind : major_aspects) {
          auto const off = std::abs(separation(longitude(body), point.longitude) - angle_of(kind));
          if (close_call(off, settings_->natal_orb, 1e-3)) return;
          if (off < settings_->natal_orb) expected.push_back({body, point.body, kind});
        }
    std::ranges::sort(expected);
    EXPECT_EQ(one.natal, expected);
  }

  Instant at_;
  SegmentSettings const* settings_;
  std::array<State, planets.size()> states_;
  Houses houses_;
};

TEST(Segments, say_of_any_moment_what_the_ephemeris_says) {
  for (auto const& one : cases()) {
    auto const settings = settings_at(one.place);
    auto const segments = sky_segments(sky(), one.window, settings);
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> anywhere(one.window.from.micros, one.window.to.micros - 1);
    for (int i = 0; i < 3000; ++i) {
      Instant const at{anywhere(random)};
      auto const after = std::ranges::upper_bound(segments, at, {}, &SkySegment::from);
      ASSERT_NE(after, segments.begin());
      auto const& segment = *std::prev(after);
      SCOPED_TRACE(std::string(one.name) + " at " + to_rfc3339(at));
      Moment(at, settings).expect(segment);
      if (::testing::Test::HasFailure()) return;
    }
  }
}

TEST(Segments, cover_the_window_without_gaps_and_neighbours_differ) {
  for (auto const& one : cases()) {
    auto const segments = sky_segments(sky(), one.window, settings_at(one.place));
    ASSERT_FALSE(segments.empty());
    EXPECT_EQ(segments.front().from, one.window.from);
    EXPECT_EQ(segments.back().to, one.window.to);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      EXPECT_LT(segments[i].from, segments[i].to);
      if (i > 0) EXPECT_EQ(segments[i - 1].to, segments[i].from);
    }
  }
}

TEST(Segments, tell_void_eclipse_station_and_hours) {
  Window const window{utc(2026, 2, 20), utc(2026, 3, 25)};
  auto const settings = settings_at({43.25, 76.95, 0});
  auto const segments = sky_segments(sky(), window, settings);
  Track const track(sky(), {window.from - hours(96), window.to + hours(96)}, planets);
  auto const voids = voids_of_course(track, VoidRule::classical);
  auto const planetary = planetary_hours(sky(), window, settings.place);
  auto const eclipse = sky().eclipses(window).front().maximum;  // lunar, 2026-03-03
  auto const turns = stations(track, Body::mercury);            // retrograde 2026-02-26, direct 2026-03-20
  ASSERT_EQ(turns.size(), 2U);
  for (auto const& one : segments) {
    auto const middle = one.from + (one.to - one.from) / 2;
    auto const inside = [&](auto const& span) { return span.from <= middle && middle < span.to; };
    EXPECT_EQ(one.moon_void, std::ranges::any_of(voids, inside));
    auto const hour = std::ranges::find_if(planetary, inside);
    ASSERT_NE(hour, planetary.end());
    EXPECT_EQ(one.hour_ruler, hour->ruler);
    EXPECT_EQ(one.day_ruler, hour->day_ruler);
    auto const within = [&](Instant at, int days) {
      return std::abs(test::seconds_between(middle, at)) < 86'400.0 * days;
    };
    if (middle < utc(2026, 3, 10))
      EXPECT_EQ(one.near_eclipse, within(eclipse, 5) || middle < utc(2026, 2, 22, 12, 12));
    EXPECT_EQ(one.near_station[index_of(Body::mercury)], within(turns[0].at, 3) || within(turns[1].at, 3));
  }
}

TEST(Segments, have_no_hours_in_polar_day) {
  auto const segments = sky_segments(sky(), {utc(2026, 6, 20), utc(2026, 6, 22)}, settings_at({78.22, 15.63, 0}));
  for (auto const& one : segments) {
    EXPECT_FALSE(one.hour_ruler.has_value());
    EXPECT_FALSE(one.day_ruler.has_value());
  }
}

}  // namespace
}  // namespace kelisim::astro
