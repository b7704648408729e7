#include "services/election/windows.h"

#include <gtest/gtest.h>

namespace kelisim::astro {
namespace {

using enum ElectionRule;

/// A segment in which nothing holds that could be marked: a waning, slow Moon in Gemini, Virgo rising.
SkySegment quiet() {
  SkySegment segment;
  segment.ascendant = Sign::virgo;
  segment.signs.fill(Sign::gemini);
  segment.signs[index_of(Body::mercury)] = Sign::aries;
  segment.signs[index_of(Body::venus)] = Sign::gemini;
  segment.phase = MoonPhase::waning_gibbous;
  return segment;
}

bool holds(SkySegment const& segment, ElectionRule rule, EventRules const& event = {},
           std::optional<Sign> body_sign = {}) {
  ElectionRules rules;
  rules.strong_signs = {Sign::taurus};
  rules.weak_signs = {Sign::scorpio};
  return segment_marks(segment, event, rules, body_sign)[index_of(rule)];
}

TEST(ElectionMarksTest, a_quiet_sky_marks_only_what_is_always_the_one_or_the_other) {
  ElectionMarks expected;
  for (auto const rule : {moon_waning, moon_slow, mercury_direct, asc_mutable}) expected[index_of(rule)] = true;
  EXPECT_EQ(segment_marks(quiet(), {}, {}, std::nullopt), expected);
}

TEST(ElectionMarksTest, each_flag_of_the_sky_is_its_mark) {
  auto sky = quiet();
  sky.moon_void = sky.near_eclipse = sky.via_combusta = sky.moon_fast = sky.waxing = true;
  sky.phase = MoonPhase::full;
  for (auto const rule : {moon_void, eclipse, via_combusta, moon_fast, moon_waxing, moon_full})
    EXPECT_TRUE(holds(sky, rule)) << name_of(rule);
  EXPECT_FALSE(holds(sky, moon_waning));
  EXPECT_FALSE(holds(sky, moon_slow));
}

TEST(ElectionMarksTest, a_planet_going_back_is_retrograde_weak_and_not_direct) {
  auto sky = quiet();
  for (auto const planet : {Body::mercury, Body::venus, Body::mars}) sky.retrograde.set(index_of(planet));
  for (auto const rule : {mercury_retrograde, venus_retrograde, mars_retrograde, mercury_weak, venus_weak})
    EXPECT_TRUE(holds(sky, rule)) << name_of(rule);
  EXPECT_FALSE(holds(sky, mercury_direct));
  sky = quiet();
  sky.near_station.set(index_of(Body::mercury));
  EXPECT_FALSE(holds(sky, mercury_direct)) << "it stands";
  EXPECT_TRUE(holds(sky, station_near, {.stations = {Body::mercury}}));
  EXPECT_FALSE(holds(sky, station_near, {.stations = {Body::venus}}));
}

TEST(ElectionMarksTest, the_moon_is_hard_by_conjunction_square_and_opposition_only) {
  auto sky = quiet();
  for (auto const kind : major_aspects) {
    sky.moon_applies = {{Body::saturn, Body::moon, kind}};
    bool const hard = nature_of(kind) != AspectNature::flowing;
    EXPECT_EQ(holds(sky, moon_hard_saturn), hard) << name_of(kind);
    sky.moon_applies = {{Body::jupiter, Body::moon, kind}};
    EXPECT_EQ(holds(sky, moon_applies_benefic), nature_of(kind) != AspectNature::tense) << name_of(kind);
  }
  sky.moon_applies = {{Body::pluto, Body::moon, AspectKind::square}};
  EXPECT_TRUE(holds(sky, moon_hard_outer));
  EXPECT_FALSE(holds(sky, moon_hard_mars));
}

TEST(ElectionMarksTest, signs_strengthen_weaken_fit_and_name_a_part_of_the_body) {
  auto sky = quiet();
  EXPECT_TRUE(holds(sky, moon_sign_fit, {.moon_signs = {Sign::gemini}}));
  EXPECT_FALSE(holds(sky, moon_sign_fit, {.moon_signs = {Sign::leo}}));
  EXPECT_TRUE(holds(sky, moon_body_part, {}, Sign::gemini));
  EXPECT_FALSE(holds(sky, moon_body_part, {}, Sign::leo));
  sky.signs[index_of(Body::moon)] = Sign::taurus;
  EXPECT_TRUE(holds(sky, moon_sign_strong));
  sky.signs[index_of(Body::moon)] = Sign::scorpio;
  EXPECT_TRUE(holds(sky, moon_sign_weak));
  sky.signs[index_of(Body::venus)] = Sign::pisces;
  EXPECT_TRUE(holds(sky, venus_strong));
  sky.signs[index_of(Body::venus)] = Sign::virgo;
  EXPECT_TRUE(holds(sky, venus_weak));
  sky.signs[index_of(Body::sun)] = Sign::leo;
  EXPECT_TRUE(holds(sky, sun_strong));
}

TEST(ElectionMarksTest, angles_and_hours) {
  auto sky = quiet();
  sky.angular = {{Body::mars, Angle::descendant}};
  EXPECT_TRUE(holds(sky, mars_angular));
  EXPECT_FALSE(holds(sky, saturn_angular));
  sky.hour_ruler = Body::saturn;
  sky.day_ruler = Body::venus;
  EXPECT_TRUE(holds(sky, planetary_hour_misfit, {.rulers = {Body::venus}}));
  EXPECT_FALSE(holds(sky, planetary_hour_misfit, {.rulers = {Body::saturn}}));
  EXPECT_TRUE(holds(sky, planetary_hour_fit, {.rulers = {Body::saturn}}));
  EXPECT_TRUE(holds(sky, planetary_day_fit, {.rulers = {Body::venus}}));
  for (auto const& [sign, rule] : {std::pair(Sign::leo, asc_fixed), std::pair(Sign::aries, asc_cardinal)}) {
    sky.ascendant = sign;
    EXPECT_TRUE(holds(sky, rule));
  }
}

TEST(ElectionScoreTest, runs_from_everything_against_to_everything_for) {
  EventRules event;
  event.weight = {{moon_waxing, 2.0}, {moon_void, -1.0}, {asc_fixed, 1.0}};
  ElectionMarks marks;
  EXPECT_DOUBLE_EQ(sky_score(event, marks), 0.25);
  marks[index_of(moon_void)] = true;
  EXPECT_DOUBLE_EQ(sky_score(event, marks), 0);
  marks.reset();
  marks[index_of(moon_waxing)] = marks[index_of(asc_fixed)] = true;
  EXPECT_DOUBLE_EQ(sky_score(event, marks), 1);
}

TEST(ElectionScoreTest, is_six_parts_sky_and_four_parts_birth_chart) {
  ElectionRules const rules;
  EXPECT_DOUBLE_EQ(whole_score(rules, 1, 0.0), 0.6);
  EXPECT_DOUBLE_EQ(whole_score(rules, 0.5, std::nullopt), 0.5);
}

TEST(ElectionContactTest, a_conjunction_is_as_its_planet_is) {
  EXPECT_EQ(contact_sign(Body::venus, AspectKind::conjunction), 1);
  EXPECT_EQ(contact_sign(Body::saturn, AspectKind::conjunction), -1);
  EXPECT_EQ(contact_sign(Body::mercury, AspectKind::conjunction), 0);
  EXPECT_EQ(contact_sign(Body::saturn, AspectKind::trine), 1);
  EXPECT_EQ(contact_sign(Body::venus, AspectKind::square), -1);
}

}  // namespace
}  // namespace kelisim::astro
