#include "astro/chart.h"
#include "astro/segments.h"

#include "sky.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

/// Random charts of any date, place and setting, the poles and exact cusps among them: none crashes, none holds a
/// value that is not a number. KELISIM_ENDURE is how many; bin/astro-endure tries a million.
namespace kelisim::astro {
namespace {

int wanted(int usual) {
  auto const* given = std::getenv("KELISIM_ENDURE");
  return given == nullptr ? usual : std::atoi(given);
}

class Chance {
 public:
  std::int64_t integer(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }
  double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
  template <class Enum>
  Enum one() {
    return static_cast<Enum>(integer(0, static_cast<std::int64_t>(count_of<Enum>) - 1));
  }

 private:
  std::mt19937_64 engine_{1879};
};

Instant some_instant(Chance& chance) {
  auto const [from, to] = covered_window();
  if (chance.integer(0, 50) == 0) return chance.integer(0, 1) == 0 ? from : to - Duration(1);
  return {chance.integer(from.micros, to.micros - 1)};
}

Place some_place(Chance& chance) {
  constexpr std::array edges = {90.0, -90.0, 0.0, 66.56, -66.56, 66.5607, 89.999, -89.999, 67.0, 78.2};
  auto const latitude =
      chance.integer(0, 3) == 0 ? edges.at(static_cast<std::size_t>(chance.integer(0, 9))) : chance.real(-90, 90);
  constexpr std::array sides = {180.0, -180.0, 0.0};
  auto const longitude =
      chance.integer(0, 9) == 0 ? sides.at(static_cast<std::size_t>(chance.integer(0, 2))) : chance.real(-180, 180);
  return {latitude, longitude, 0};
}

ChartSettings some_settings(Chance& chance) {
  ChartSettings settings;
  settings.houses = chance.one<HouseSystem>();
  settings.models = {chance.one<NodeModel>(), chance.one<LilithModel>()};
  settings.dignities = {chance.one<Rulership>(), chance.one<TriplicityRule>(), chance.one<TermRule>()};
  settings.fortune_turns_by_night = chance.integer(0, 1) == 0;
  settings.cusp_rule = chance.integer(0, 1) == 0 ? 0 : 5;
  settings.orbs = {chance.real(0, 15), chance.real(0, 10), chance.real(0, 5), chance.real(0, 3)};
  return settings;
}

bool degrees(double value) { return std::isfinite(value) && value >= 0 && value < 360; }

bool sound(Placement const& one, bool placed) {
  return degrees(one.state.longitude) && std::abs(one.state.latitude) <= 90 && std::isfinite(one.state.distance) &&
         std::isfinite(one.state.longitude_speed) && std::abs(one.declination) <= 90 &&
         one.sign == sign_of(one.state.longitude) && (placed ? one.house >= 1 && one.house <= 12 : one.house == 0);
}

bool sound(Aspect const& one) {
  return std::isfinite(one.orb) && one.orb >= 0 && one.orb <= one.orb_max && one.closeness() >= 0 &&
         one.first < one.second;
}

bool sound(Houses const& houses) {
  return std::ranges::all_of(houses.cusps, degrees) && degrees(houses.ascendant) && degrees(houses.midheaven) &&
         degrees(houses.vertex) && houses.whole_sign_used == (houses.used != houses.asked);
}

/// A longitude on a cusp belongs to the house that begins there.
bool cusps_begin_houses(Chart const& chart) {
  bool well = true;
  auto const& cusps = chart.houses->cusps;
  for (std::size_t i = 0; i < cusps.size(); ++i) {
    auto const house = chart.house_of(cusps[i]);
    auto const before = chart.house_of(std::nextafter(cusps[i], -1.0));
    auto const after = chart.house_of(std::nextafter(cusps[i], 361.0));
    for (auto const one : {house, before, after}) well = well && one >= 1 && one <= 12;
    if (std::abs(chart.place->latitude) < 66) well = well && house == static_cast<int>(i) + 1;
  }
  return well;
}

TEST(Endure, charts_of_random_dates_places_and_settings_are_sound) {
  Chance chance;
  auto const count = wanted(20'000);
  for (int i = 0; i < count; ++i) {
    auto const at = some_instant(chance);
    auto const place = chance.integer(0, 9) == 0 ? std::nullopt : std::optional(some_place(chance));
    auto const settings = some_settings(chance);
    auto const made = compute_chart(test::sky(), at, place, settings);
    ASSERT_TRUE(made.has_value());
    auto const& chart = *made;
    bool well = chart.houses.has_value() == place.has_value() && degrees(chart.elongation);
    for (auto const& one : chart.placements) well = well && sound(one, place.has_value());
    for (auto const& one : chart.aspects) well = well && sound(one);
    if (chart.houses) well = well && sound(*chart.houses) && cusps_begin_houses(chart);
    ASSERT_TRUE(well) << "chart " << i << " at " << at.micros << " us, latitude " << (place ? place->latitude : 0)
                      << ", longitude " << (place ? place->longitude : 0) << ", houses " << name_of(settings.houses);
  }
}

TEST(Endure, what_cannot_be_is_refused_in_order) {
  auto const [from, to] = covered_window();
  constexpr auto nowhere = std::numeric_limits<double>::quiet_NaN();
  auto const refusal = [](Instant at, Place const& place) { return compute_chart(test::sky(), at, place).error(); };
  EXPECT_EQ(refusal(from - Duration(1), {91, 0, 0}), ChartRefusal::outside_ephemeris);
  EXPECT_EQ(refusal(to, {0, 0, 0}), ChartRefusal::outside_ephemeris);
  EXPECT_EQ(refusal({std::numeric_limits<std::int64_t>::min()}, {0, 0, 0}), ChartRefusal::outside_ephemeris);
  EXPECT_EQ(refusal({std::numeric_limits<std::int64_t>::max()}, {0, 0, 0}), ChartRefusal::outside_ephemeris);
  for (auto const& place : {Place{90.1, 0, 0}, Place{-91, 0, 0}, Place{0, 180.1, 0}, Place{nowhere, 0, 0},
                            Place{0, nowhere, 0}, Place{std::numeric_limits<double>::infinity(), 0, 0}})
    EXPECT_EQ(refusal({}, place), ChartRefusal::impossible_place);
}

TEST(Endure, segments_of_random_places_are_contiguous) {
  Chance chance;
  auto const count = std::max(60, wanted(0) / 5000);
  for (int i = 0; i < count; ++i) {
    Instant const from{chance.integer(test::utc(1810, 1, 1).micros, test::utc(2390, 1, 1).micros)};
    SegmentSettings settings;
    settings.place = some_place(chance);
    Window const window{from, from + std::chrono::hours(chance.integer(1, 72))};
    auto const segments = sky_segments(test::sky(), window, settings);
    ASSERT_FALSE(segments.empty());
    ASSERT_EQ(segments.front().from, window.from);
    ASSERT_EQ(segments.back().to, window.to);
    for (std::size_t n = 1; n < segments.size(); ++n) ASSERT_EQ(segments[n - 1].to, segments[n].from);
  }
}

}  // namespace
}  // namespace kelisim::astro
