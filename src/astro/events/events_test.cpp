#include "astro/events.h"

#include "sky.h"

#include <gtest/gtest.h>
#include <swephexp.h>

#include <cmath>

/// Events against the Ephemeris itself, asked without any search.
namespace kelisim::astro {
namespace {

using std::chrono::hours;
using test::seconds_between;
using test::sky;
using test::utc;

Window const year{utc(2026, 1, 1), utc(2027, 1, 1)};

Track const& track() {
  static Track const made(sky(), year, sky_bodies);
  return made;
}

double longitude(Body body, Instant at) { return sky().state(body, at).longitude; }

/// How many times the function of a day's longitude changes its sign, counting no jump of the circle.
template <class Distance>
int sign_changes(Duration step, Distance distance) {
  int found = 0;
  auto before = distance(year.from);
  for (auto at = year.from + step; at < year.to; at = at + step) {
    auto const now = distance(at);
    if ((before < 0) != (now < 0) && std::abs(before) < 90 && std::abs(now) < 90) ++found;
    before = now;
  }
  return found;
}

TEST(Events, transits_are_exact_and_none_is_missing) {
  std::vector<FixedPoint> const points = {{Body::sun, 196.27}, {Body::moon, 303.55}, {Body::ascendant, 359.99}};
  for (auto const mover : {Body::moon, Body::mercury, Body::mars, Body::saturn, Body::pluto}) {
    auto const found = transits(track(), std::array{mover}, points, major_aspects);
    int expected = 0;
    for (auto const& point : points)
      for (auto const kind : major_aspects)
        for (auto const side : {-1, 1}) {
          if (side < 0 && (kind == AspectKind::conjunction || kind == AspectKind::opposition)) continue;
          auto const exact = point.longitude + side * angle_of(kind);
          expected += sign_changes(hours(mover == Body::moon ? 3 : 24),
                                   [&](Instant at) { return arc(exact, longitude(mover, at)); });
        }
    EXPECT_EQ(static_cast<int>(found.size()), expected) << name_of(mover);
    for (auto const& one : found) {
      auto const state = sky().state(mover, one.at);
      EXPECT_LT(std::abs(separation(state.longitude, one.point.longitude) - angle_of(one.kind)) * 3600, 0.1);
      EXPECT_LT(separation(state.longitude, one.longitude) * 3600, 0.1);
      if (std::abs(state.longitude_speed) > 1e-3) EXPECT_EQ(one.retrograde, state.longitude_speed < 0);
    }
  }
}

TEST(Events, passes_of_one_aspect_are_numbered) {
  // Mercury turns at 22 Pisces and at 8 Pisces: it passes 15 Pisces three times in the spring of 2026.
  auto const found = transits(track(), std::array{Body::mercury}, std::vector<FixedPoint>{{Body::sun, 345}},
                              std::array{AspectKind::conjunction});
  ASSERT_EQ(found.size(), 3U);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(found[static_cast<std::size_t>(i)].pass, i + 1);
    EXPECT_EQ(found[static_cast<std::size_t>(i)].passes, 3);
    EXPECT_EQ(found[static_cast<std::size_t>(i)].retrograde, i == 1);
  }
}

TEST(Events, another_round_of_the_zodiac_is_another_story) {
  Track const long_track(sky(), {utc(2026, 1, 1), utc(2028, 1, 1)}, std::array{Body::sun});
  auto const found = transits(long_track, std::array{Body::sun}, std::vector<FixedPoint>{{Body::moon, 100}},
                              std::array{AspectKind::square});
  ASSERT_EQ(found.size(), 4U);
  for (auto const& one : found) {
    EXPECT_EQ(one.passes, 1);
    EXPECT_EQ(one.loop_from, one.at);
  }
}

TEST(Events, aspects_of_two_moving_bodies_are_exact_and_none_is_missing) {
  for (auto const& [first, second] : {std::pair{Body::sun, Body::mars},
                                      {Body::venus, Body::jupiter},
                                      {Body::mercury, Body::saturn},
                                      {Body::moon, Body::sun}}) {
    auto const found = sky_aspects(track(), first, second, major_aspects);
    int expected = 0;
    for (auto const kind : major_aspects)
      for (auto const side : {-1, 1}) {
        if (side < 0 && (kind == AspectKind::conjunction || kind == AspectKind::opposition)) continue;
        expected += sign_changes(hours(6), [&](Instant at) {
          return arc(side * angle_of(kind), longitude(first, at) - longitude(second, at));
        });
      }
    EXPECT_EQ(static_cast<int>(found.size()), expected) << name_of(first) << ' ' << name_of(second);
    for (auto const& one : found)
      EXPECT_LT(std::abs(separation(longitude(first, one.at), longitude(second, one.at)) - angle_of(one.kind)) * 3600,
                0.2);
  }
}

TEST(Events, ingresses_stand_on_the_boundary) {
  for (auto const body : planets)
    for (auto const& one : ingresses(track(), body)) {
      auto const at = longitude(body, one.at);
      auto const boundary = one.retrograde ? start_of(one.into) + 30 : start_of(one.into);
      EXPECT_LT(separation(at, boundary) * 3600, 0.1) << name_of(body);
    }
  EXPECT_EQ(ingresses(track(), Body::sun).size(), 12U);
}

TEST(Events, planets_stand_still_at_their_stations) {
  for (auto const body : {Body::mercury, Body::venus, Body::jupiter, Body::saturn, Body::uranus}) {
    auto const found = stations(track(), body);
    EXPECT_FALSE(found.empty());
    for (auto const& one : found) {
      EXPECT_LT(std::abs(sky().state(body, one.at).longitude_speed), 1e-4) << name_of(body);
      EXPECT_EQ(sky().state(body, one.at + hours(48)).longitude_speed < 0, one.turns_retrograde) << name_of(body);
    }
  }
  EXPECT_TRUE(stations(track(), Body::sun).empty());
}

TEST(Events, a_loop_begins_and_ends_on_the_degrees_of_its_stations) {
  auto const found = retrograde_loops(track(), Body::mercury);
  ASSERT_EQ(found.size(), 3U);
  for (auto const& one : found) {
    ASSERT_TRUE(one.shadow_from && one.retrograde_from && one.direct_from && one.shadow_to);
    EXPECT_LT(*one.shadow_from, *one.retrograde_from);
    EXPECT_LT(*one.direct_from, *one.shadow_to);
    EXPECT_LT(separation(longitude(Body::mercury, *one.shadow_from), longitude(Body::mercury, *one.direct_from)),
              1e-4);
    EXPECT_LT(separation(longitude(Body::mercury, *one.shadow_to), longitude(Body::mercury, *one.retrograde_from)),
              1e-4);
  }
}

TEST(Events, no_aspect_is_made_while_the_moon_is_void) {
  auto const found = voids_of_course(track(), VoidRule::classical);
  EXPECT_GT(found.size(), 150U);
  for (auto const& one : found) {
    EXPECT_LT(separation(longitude(Body::moon, one.to), start_of(one.sign) + 30) * 3600, 0.1);
    for (auto const planet : classical) {
      if (planet == Body::moon) continue;
      for (auto const kind : major_aspects) {
        auto const off = [&](Instant at) {
          return separation(longitude(Body::moon, at), longitude(planet, at)) - angle_of(kind);
        };
        bool const last = one.last && one.last->second == planet && one.last->kind == kind;
        auto const begin = one.from + std::chrono::minutes(last ? 1 : 0);
        if (begin >= one.to || kind == AspectKind::conjunction || kind == AspectKind::opposition) continue;
        EXPECT_EQ(off(begin) < 0, off(one.to) < 0) << to_rfc3339(one.from) << ' ' << name_of(planet);
      }
    }
  }
  EXPECT_LE(voids_of_course(track(), VoidRule::all_planets).size(), found.size());
}

TEST(Events, the_lunation_before_birth_is_the_last_one) {
  auto const found = prenatal_lunation(sky(), utc(1940, 10, 9, 17, 30)).value();
  EXPECT_EQ(found.phase, MoonPhase::new_moon);
  EXPECT_LT(std::abs(seconds_between(found.at, utc(1940, 10, 1, 12, 41))), 60);
  EXPECT_FALSE(prenatal_lunation(sky(), utc(1800, 1, 3)).has_value());
}

TEST(Events, sunrise_and_sunset_agree_with_libswe) {
  for (auto const& place :
       {Place{43.25, 76.95, 0}, Place{59.93, 30.34, 0}, Place{-33.87, 151.21, 0}, Place{0, -78, 0}}) {
    Window const window{utc(2026, 1, 1), utc(2027, 1, 1)};
    Track const sun(sky(), window, std::array{Body::sun});
    auto const times = sun_times(sky(), sun, place);
    EXPECT_NEAR(static_cast<double>(times.rises.size()), 365, 1);
    EXPECT_NEAR(static_cast<double>(times.sets.size()), 365, 1);
    for (std::size_t i = 3; i + 3 < times.rises.size(); i += 20)
      for (auto const& [at, kind] : {std::pair{times.rises[i], SE_CALC_RISE}, {times.sets[i], SE_CALC_SET}}) {
        std::array<double, 3> where = {place.longitude, place.latitude, 0};
        std::array<char, AS_MAXCH> said{};
        double found = 0;
        auto const day = 2440587.5 + static_cast<double>((at - hours(3)).micros) / 86'400e6;
        ASSERT_GE(
            swe_rise_trans(day, SE_SUN, nullptr, SEFLG_SWIEPH, kind, where.data(), 1013.25, 15, &found, said.data()),
            0);
        EXPECT_LT(std::abs(found - 2440587.5 - static_cast<double>(at.micros) / 86'400e6) * 86'400, 60);
      }
  }
}

TEST(Events, planetary_hours_divide_day_and_night_and_name_the_weekday) {
  // 2026-06-01 is a Monday in Almaty.
  auto const found = planetary_hours(sky(), {utc(2026, 6, 1, 6), utc(2026, 6, 2, 6)}, {43.25, 76.95, 0});
  ASSERT_GE(found.size(), 24U);
  EXPECT_EQ(found.front().day_ruler, Body::moon);
  for (std::size_t i = 1; i < found.size(); ++i) {
    EXPECT_EQ(found[i].from, found[i - 1].to);
    if (found[i].number == 1 && found[i].day) EXPECT_EQ(found[i].ruler, found[i].day_ruler);
  }
  EXPECT_EQ(found.back().day_ruler, Body::mars);
  EXPECT_TRUE(planetary_hours(sky(), {utc(2026, 6, 20), utc(2026, 6, 21)}, {78, 15, 0}).empty());
}

TEST(Events, returns_come_back_to_the_degree) {
  auto const birth = utc(1940, 10, 9, 17, 30);
  for (auto const body : {Body::sun, Body::moon}) {
    auto const natal = longitude(body, birth);
    auto after = birth;
    for (int turn = 1; turn <= 30; ++turn) {
      auto const found = next_return(sky(), body, natal, after).value();
      EXPECT_LT(separation(longitude(body, found), natal) * 3600, 0.01);
      auto const days = seconds_between(found, after) / 86'400;
      EXPECT_NEAR(days, body == Body::sun ? 365.2422 : 27.32, body == Body::sun ? 0.03 : 0.8);
      after = found;
    }
  }
  EXPECT_FALSE(next_return(sky(), Body::sun, 180, utc(2399, 11, 1)).has_value());
}

TEST(Events, a_progressed_day_stands_for_a_year) {
  auto const birth = compute_chart(sky(), utc(1940, 10, 9, 17, 30), Place{53.416667, -2.916667, 0}).value();
  auto const now = utc(1980, 10, 9, 17, 30);
  auto const found = progression(sky(), birth, now);
  EXPECT_LT(std::abs(seconds_between(found.progressed, utc(1940, 11, 18, 17, 30))), 600);
  EXPECT_LT(std::abs(seconds_between(lived_instant(birth.at, found.progressed), now)), 1);
  EXPECT_NEAR(found.solar_arc, 40, 1);
  EXPECT_NEAR(arc(birth.of(Body::midheaven).state.longitude, found.placements.back().state.longitude),
              found.solar_arc, 1e-9);
  auto const moon = progressed_ingresses(sky(), birth.at, Body::moon, {utc(1970, 1, 1), utc(1981, 1, 1)});
  EXPECT_TRUE(moon.size() >= 4 && moon.size() <= 6) << "a sign takes about two years and a third";
  auto const hits = progressed_transits(sky(), birth, Body::sun, {utc(1940, 11, 1), utc(1981, 1, 1)}, major_aspects);
  for (auto const& one : hits) {
    auto const at = longitude(Body::sun, progressed_instant(birth.at, one.at));
    EXPECT_LT(std::abs(separation(at, one.point.longitude) - angle_of(one.kind)) * 3600, 0.1);
  }
}

}  // namespace
}  // namespace kelisim::astro
