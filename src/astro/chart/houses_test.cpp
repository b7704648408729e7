#include "astro/chart.h"
#include "astro/segments.h"

#include "sky.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

/// Houses against formulas of this file's own, which share nothing with the engine: each cusp is found by the
/// definition of its system as a root on the circle of the ecliptic (Placidus, Koch), or by spherical trigonometry
/// (Meeus, chapter 13; Holden, The Elements of House Division).
namespace kelisim::astro {
namespace {

constexpr double rad = std::numbers::pi / 180;

struct Sky {
  double sidereal;
  double latitude;
  double tilt;
};

double declination(double longitude, Sky const& sky) {
  return std::asin(std::sin(sky.tilt * rad) * std::sin(longitude * rad)) / rad;
}
double ascension(double longitude, Sky const& sky) {
  return std::atan2(std::cos(sky.tilt * rad) * std::sin(longitude * rad), std::cos(longitude * rad)) / rad;
}
double ecliptic_of_ascension(double ascension, Sky const& sky) {
  return std::atan2(std::sin(ascension * rad), std::cos(ascension * rad) * std::cos(sky.tilt * rad)) / rad;
}
double half_day(double longitude, Sky const& sky) {
  return 90 + std::asin(std::tan(sky.latitude * rad) * std::tan(declination(longitude, sky) * rad)) / rad;
}
double midheaven(Sky const& sky) { return normalized(ecliptic_of_ascension(sky.sidereal, sky)); }

/// The point of the ecliptic east of the meridian where `lag`, which falls along it, is zero.
template <class Lag>
double solve(Sky const& sky, Lag lag) {
  double low = midheaven(sky) + 1e-9;
  double high = low + 180 - 2e-9;
  for (int i = 0; i < 100; ++i) {
    auto const middle = (low + high) / 2;
    (lag(middle) > 0 ? low : high) = middle;
  }
  return normalized(low);
}

/// Degrees of right ascension still to come until the point culminates, less what the definition asks.
double eastward(double longitude, Sky const& sky) { return normalized(ascension(longitude, sky) - sky.sidereal); }

double rising(Sky const& sky) {
  return solve(sky, [&](double at) { return half_day(at, sky) - eastward(at, sky); });
}

/// Placidus: the cusps 11 and 12 have done two thirds and one third of their half day.
double placidus(Sky const& sky, double part, bool day) {
  return solve(sky, [&](double at) {
    auto const half = half_day(at, sky);
    auto const wanted = day ? part * half : half + part * (180 - half);
    return wanted - eastward(at, sky);
  });
}

/// Koch: what rises when the present MC had done a part of its half day.
double koch(Sky const& sky, double part) {
  auto const half = half_day(midheaven(sky), sky);
  return rising({sky.sidereal + part * half, sky.latitude, sky.tilt});
}

/// Regiomontanus: the equator in equal parts of 30 degrees, projected from the north and south points of the horizon.
double regiomontanus(Sky const& sky, double equator) {
  auto const height = std::atan(std::tan(sky.latitude * rad) * std::sin(equator * rad));
  auto const along = (sky.sidereal + equator) * rad;
  auto const found = std::atan2(std::sin(along), std::cos(along) * std::cos(sky.tilt * rad) -
                                                     std::tan(height) * std::sin(sky.tilt * rad)) /
                     rad;
  return normalized(found);
}

double apart(double a, double b) { return separation(a, b) * 3600; }

Sky temperate() {
  auto const part = [](int low, int high) { return *rc::gen::inRange(low, high) / 1000.0; };
  return {part(0, 360'000), part(-62'000, 62'001), part(23'400, 23'501)};
}

Houses houses_of(HouseSystem system, Sky const& sky) {
  return test::sky().houses(system, sky.sidereal, sky.latitude, sky.tilt);
}

RC_GTEST_PROP(Houses, placidus_divides_the_way_of_each_cusp_in_three, ()) {
  auto const sky = temperate();
  auto const found = houses_of(HouseSystem::placidus, sky);
  RC_ASSERT(apart(found.cusps[0], rising(sky)) < 0.01);
  RC_ASSERT(apart(found.cusps[9], midheaven(sky)) < 0.01);
  RC_ASSERT(apart(found.cusps[10], placidus(sky, 1.0 / 3, true)) < 0.01);
  RC_ASSERT(apart(found.cusps[11], placidus(sky, 2.0 / 3, true)) < 0.01);
  RC_ASSERT(apart(found.cusps[1], placidus(sky, 1.0 / 3, false)) < 0.01);
  RC_ASSERT(apart(found.cusps[2], placidus(sky, 2.0 / 3, false)) < 0.01);
}

RC_GTEST_PROP(Houses, koch_divides_the_way_of_the_midheaven_in_three, ()) {
  auto const sky = temperate();
  auto const found = houses_of(HouseSystem::koch, sky);
  RC_ASSERT(apart(found.cusps[10], koch(sky, -2.0 / 3)) < 0.01);
  RC_ASSERT(apart(found.cusps[11], koch(sky, -1.0 / 3)) < 0.01);
  RC_ASSERT(apart(found.cusps[1], koch(sky, 1.0 / 3)) < 0.01);
  RC_ASSERT(apart(found.cusps[2], koch(sky, 2.0 / 3)) < 0.01);
}

RC_GTEST_PROP(Houses, regiomontanus_divides_the_equator, ()) {
  auto const sky = temperate();
  auto const found = houses_of(HouseSystem::regiomontanus, sky);
  RC_ASSERT(apart(found.cusps[10], regiomontanus(sky, 30)) < 0.01);
  RC_ASSERT(apart(found.cusps[11], regiomontanus(sky, 60)) < 0.01);
  RC_ASSERT(apart(found.cusps[0], regiomontanus(sky, 90)) < 0.01);
  RC_ASSERT(apart(found.cusps[1], regiomontanus(sky, 120)) < 0.01);
  RC_ASSERT(apart(found.cusps[2], regiomontanus(sky, 150)) < 0.01);
}

RC_GTEST_PROP(Houses, porphyry_equal_and_whole_signs_divide_the_ecliptic, ()) {
  auto const sky = temperate();
  auto const porphyry = houses_of(HouseSystem::porphyry, sky).cusps;
  auto const quadrant = normalized(porphyry[0] - porphyry[9]);
  RC_ASSERT(apart(porphyry[10], porphyry[9] + quadrant / 3) < 0.01);
  RC_ASSERT(apart(porphyry[2], porphyry[0] + (180 - quadrant) * 2 / 3) < 0.01);
  auto const equal = houses_of(HouseSystem::equal, sky).cusps;
  auto const whole = houses_of(HouseSystem::whole_sign, sky).cusps;
  for (std::size_t i = 0; i < 12; ++i) {
    RC_ASSERT(apart(equal[i], rising(sky) + 30.0 * static_cast<double>(i)) < 0.01);
    RC_ASSERT(apart(whole[i], start_of(sign_of(rising(sky))) + 30.0 * static_cast<double>(i)) < 0.01);
  }
}

RC_GTEST_PROP(Houses, cusps_go_round_once_and_face_one_another, ()) {
  auto const sky = temperate();
  for (auto const system : {HouseSystem::placidus, HouseSystem::koch, HouseSystem::regiomontanus,
                            HouseSystem::porphyry, HouseSystem::equal, HouseSystem::whole_sign}) {
    auto const found = houses_of(system, sky);
    RC_ASSERT(!found.whole_sign_used);
    double around = 0;
    for (std::size_t i = 0; i < 12; ++i) {
      auto const length = normalized(found.cusps[(i + 1) % 12] - found.cusps[i]);
      RC_ASSERT(length > 0 && length < 180);
      around += length;
      RC_ASSERT(apart(found.cusps[(i + 6) % 12], found.cusps[i] + 180) < 0.001);
    }
    RC_ASSERT(std::abs(around - 360) < 1e-6);
  }
}

/// The southern sky is the northern one half a sidereal turn later, seen upside down.
RC_GTEST_PROP(Houses, hemispheres_mirror_each_other, ()) {
  auto const north = temperate();
  Sky const south{normalized(north.sidereal + 180), -north.latitude, north.tilt};
  for (auto const system : {HouseSystem::placidus, HouseSystem::regiomontanus, HouseSystem::porphyry}) {
    auto const one = houses_of(system, north);
    auto const other = houses_of(system, south);
    for (std::size_t i = 0; i < 12; ++i) RC_ASSERT(apart(one.cusps[i], other.cusps[i] + 180) < 0.01);
  }
}

RC_GTEST_PROP(Houses, own_angles_are_those_of_the_houses_everywhere, ()) {
  Sky const sky{*rc::gen::inRange(0, 360'000) / 1000.0, *rc::gen::inRange(-89'900, 89'901) / 1000.0, 23.44};
  auto const found = houses_of(HouseSystem::equal, sky);
  RC_ASSERT(apart(found.midheaven, midheaven_at(sky.sidereal, sky.tilt)) < 0.01);
  // Where the MC meets the horizon the Ascendant changes sides, and rounding decides.
  RC_PRE(separation(found.midheaven, found.ascendant) > 0.01 &&
         separation(found.midheaven, found.ascendant) < 179.99);
  RC_ASSERT(apart(found.ascendant, ascendant_at(sky.sidereal, sky.latitude, sky.tilt)) < 0.05);
}

TEST(Houses, beyond_the_polar_circle_whole_signs_are_used_and_said) {
  Place const murmansk{68.97, 33.07, 0};
  for (auto const system : {HouseSystem::placidus, HouseSystem::koch}) {
    ChartSettings settings;
    settings.houses = system;
    auto const chart = compute_chart(test::sky(), test::utc(1985, 6, 21, 3), murmansk, settings).value();
    EXPECT_TRUE(chart.houses->whole_sign_used);
    EXPECT_EQ(chart.houses->asked, system);
    EXPECT_EQ(chart.houses->used, HouseSystem::whole_sign);
    EXPECT_EQ(degree_in_sign(chart.houses->cusps[0]), 0);
    EXPECT_TRUE(chart.day) << "the Sun does not set there in June";
  }
}

TEST(Houses, the_poles_have_charts) {
  for (auto const latitude : {90.0, -90.0})
    for (std::size_t system = 0; system < count_of<HouseSystem>; ++system) {
      ChartSettings settings;
      settings.houses = static_cast<HouseSystem>(system);
      auto const chart = compute_chart(test::sky(), test::utc(2000, 1, 1), Place{latitude, 0, 0}, settings).value();
      EXPECT_EQ(chart.day, latitude < 0);
      for (auto const& one : chart.placements) EXPECT_TRUE(one.house >= 1 && one.house <= 12) << name_of(one.body);
    }
}

}  // namespace
}  // namespace kelisim::astro
