#include "astro/chart.h"
#include "chart/aspects.h"
#include "chart/condition.h"
#include "chart/patterns.h"

#include "kernel/ensure.h"
#include "sky.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace kelisim::astro {
namespace {

using enum Body;

/// The ten planets at longitudes of one's choice, moving at a degree a day.
std::vector<Placement> planets_at(std::array<double, 10> const& longitudes) {
  std::vector<Placement> made;
  for (auto const body : planets) {
    Placement one;
    one.body = body;
    one.state.longitude = normalized(longitudes.at(index_of(body)));
    one.state.longitude_speed = 1.0 + static_cast<double>(index_of(body)) / 10;
    one.sign = sign_of(one.state.longitude);
    one.dispositor = ruler_of(one.sign);
    made.push_back(one);
  }
  return made;
}

std::vector<Pattern> patterns_at(std::array<double, 10> const& longitudes) {
  auto const placements = planets_at(longitudes);
  return find_patterns(placements, aspects_within(placements, Orbs{}));
}

TEST(Dignities, are_those_of_the_tables) {
  EXPECT_EQ(ruler_of(Sign::scorpio), mars);
  EXPECT_EQ(ruler_of(Sign::scorpio, Rulership::modern), pluto);
  EXPECT_EQ(exalted_in(Sign::libra), saturn);
  EXPECT_FALSE(exalted_in(Sign::gemini).has_value());
  EXPECT_EQ(triplicity_ruler(Sign::pisces, true), venus);
  EXPECT_EQ(triplicity_ruler(Sign::pisces, true, TriplicityRule::lilly), mars);
  EXPECT_EQ(term_ruler(0), jupiter);
  EXPECT_EQ(term_ruler(29.99), saturn);
  EXPECT_EQ(term_ruler(120 + 5.9), jupiter);
  EXPECT_EQ(term_ruler(120 + 5.9, TermRule::ptolemaic), saturn);
  EXPECT_EQ(face_ruler(0), mars);
  EXPECT_EQ(face_ruler(359), mars);
  EXPECT_EQ(essential_score(essential_dignities(mercury, 160, true)), 9) << "domicile and exaltation in Virgo";
  EXPECT_EQ(essential_score(essential_dignities(saturn, 5, false, {.triplicity = TriplicityRule::lilly})), -4)
      << "in fall, and peregrine counts no more";
  EXPECT_TRUE(essential_dignities(neptune, 340, true).empty());
  EXPECT_TRUE(essential_dignities(neptune, 340, true, {.rulership = Rulership::modern}).has(Dignity::domicile));
}

RC_GTEST_PROP(Dignities, every_degree_has_one_ruler_of_each_kind_and_the_totals_hold, ()) {
  auto const longitude = *rc::gen::inRange(0, 360'000) / 1000.0;
  bool const day = *rc::gen::arbitrary<bool>();
  int domiciles = 0;
  int terms = 0;
  int faces = 0;
  for (auto const planet : classical) {
    auto const found = essential_dignities(planet, longitude, day);
    domiciles += found.has(Dignity::domicile);
    terms += found.has(Dignity::term);
    faces += found.has(Dignity::face);
    bool const dignified = found.has(Dignity::domicile) || found.has(Dignity::exaltation) ||
                           found.has(Dignity::triplicity) || found.has(Dignity::term) || found.has(Dignity::face);
    RC_ASSERT(found.has(Dignity::peregrine) == !dignified);
    RC_ASSERT(!(found.has(Dignity::domicile) && found.has(Dignity::detriment)));
  }
  RC_ASSERT(domiciles == 1 && terms == 1 && faces == 1);
}

/// Each planet has as many degrees of its own as tradition gives it; together they are the circle.
TEST(Dignities, terms_add_up_to_the_years_of_the_planets) {
  for (auto const rule : {TermRule::egyptian, TermRule::ptolemaic}) {
    std::map<Body, int> degrees;
    for (int degree = 0; degree < 360; ++degree) ++degrees[term_ruler(degree + 0.5, rule)];
    EXPECT_EQ(degrees[sun] + degrees[moon], 0);
    if (rule == TermRule::egyptian) {
      EXPECT_EQ(degrees[saturn], 57);
      EXPECT_EQ(degrees[jupiter], 79);
      EXPECT_EQ(degrees[mars], 66);
      EXPECT_EQ(degrees[venus], 82);
      EXPECT_EQ(degrees[mercury], 76);
    }
  }
}

RC_GTEST_PROP(Aspects, do_not_change_when_the_sky_is_turned, ()) {
  // Of a binary fraction every sum below is exact: an orb on its edge stays on it.
  std::array<double, 10> longitudes{};
  for (auto& one : longitudes) one = *rc::gen::inRange(0, 360 * 1024) / 1024.0;
  auto turned = longitudes;
  auto const by = *rc::gen::inRange(1, 359);
  for (auto& one : turned) one += by;
  auto const here = aspects_within(planets_at(longitudes), Orbs{});
  auto const there = aspects_within(planets_at(turned), Orbs{});
  RC_ASSERT(here.size() == there.size());
  for (std::size_t i = 0; i < here.size(); ++i) {
    RC_ASSERT(here[i].kind == there[i].kind);
    RC_ASSERT(std::abs(here[i].orb - there[i].orb) < 1e-9);
    if (here[i].orb > 1e-6) RC_ASSERT(here[i].applying == there[i].applying);
  }
}

RC_GTEST_PROP(Aspects, apply_while_their_orb_shrinks, ()) {
  Placement first;
  Placement second;
  first.body = venus;
  second.body = mars;
  first.state.longitude = *rc::gen::inRange(0, 360'000) / 1000.0;
  second.state.longitude = *rc::gen::inRange(0, 360'000) / 1000.0;
  first.state.longitude_speed = *rc::gen::inRange(-1000, 1000) / 1000.0;
  second.state.longitude_speed = *rc::gen::inRange(-1000, 1000) / 1000.0;
  auto const found = aspect_of(first, second, Orbs{}, true);
  RC_PRE(found.has_value() && found->orb > 0.01);
  auto later = [](Placement one) {
    one.state.longitude = normalized(one.state.longitude + one.state.longitude_speed * 1e-4);
    return one;
  };
  auto const then =
      std::abs(separation(later(first).state.longitude, later(second).state.longitude) - angle_of(found->kind));
  if (std::abs(then - found->orb) > 1e-9) RC_ASSERT(found->applying == (then < found->orb));
}

TEST(Aspects, take_the_wider_orb_and_none_joins_two_points) {
  Orbs const orbs;
  EXPECT_EQ(orb_allowed(orbs, sun, pluto, AspectKind::trine), 8);
  EXPECT_EQ(orb_allowed(orbs, mars, midheaven, AspectKind::square), 6);
  EXPECT_EQ(orb_allowed(orbs, north_node, ascendant, AspectKind::conjunction), 3);
  EXPECT_EQ(orb_allowed(orbs, sun, moon, AspectKind::quincunx), 2);
  auto const chart = compute_chart(test::sky(), test::utc(2000, 1, 1), Place{43.25, 76.95, 0}).value();
  for (auto const& one : chart.aspects) EXPECT_TRUE(is_sky(one.first));
}

TEST(Patterns, are_found_with_their_apex_first) {
  auto const cross = patterns_at({0, 90, 180, 270, 17, 47, 77, 107, 137, 167});
  EXPECT_TRUE(std::ranges::any_of(cross, [](Pattern const& one) { return one.kind == PatternKind::grand_cross; }));
  auto const square = patterns_at({0, 180, 90, 14, 44, 74, 104, 134, 164, 224});
  auto const found = std::ranges::find(square, PatternKind::t_square, &Pattern::kind);
  ASSERT_NE(found, square.end());
  EXPECT_EQ(found->bodies, (std::vector{mercury, sun, moon}));
  auto const trine = patterns_at({0, 120, 240, 15, 45, 75, 105, 135, 165, 195});
  EXPECT_EQ(std::ranges::find(trine, PatternKind::grand_trine, &Pattern::kind)->bodies,
            (std::vector{sun, moon, mercury}));
  auto const yod = patterns_at({0, 60, 210, 15, 45, 75, 105, 135, 165, 195});
  EXPECT_EQ(std::ranges::find(yod, PatternKind::yod, &Pattern::kind)->bodies.front(), mercury);
  auto const crowd = patterns_at({1, 9, 19, 28, 47, 77, 107, 137, 167, 197});
  EXPECT_EQ(std::ranges::find(crowd, PatternKind::stellium, &Pattern::kind)->bodies,
            (std::vector{sun, moon, mercury, venus}));
}

TEST(Conditions, of_the_sun_and_of_dispositors) {
  ChartSettings const settings;
  EXPECT_EQ(solar_condition(mars, 0.2, settings), SolarCondition::cazimi);
  EXPECT_EQ(solar_condition(mars, 8.4, settings), SolarCondition::combust);
  EXPECT_EQ(solar_condition(mars, 8.5, settings), SolarCondition::under_beams);
  EXPECT_EQ(solar_condition(mars, 17, settings), SolarCondition::free);
  EXPECT_EQ(solar_condition(sun, 0, settings), SolarCondition::free);
  // All in Leo: the Sun rules everything. Mars and Venus in each other's signs: nobody does.
  std::array<double, 10> leo{};
  leo.fill(125);
  EXPECT_EQ(final_dispositor(planets_at(leo)), sun);
  leo[index_of(mars)] = 40;
  leo[index_of(venus)] = 10;
  auto const exchanged = planets_at(leo);
  EXPECT_FALSE(final_dispositor(exchanged).has_value());
  auto const received = find_receptions(exchanged, Rulership::classical);
  EXPECT_TRUE(std::ranges::any_of(received, [](Reception const& one) {
    return one.host == mars && one.guest == venus && one.dignity == Dignity::domicile && one.mutual;
  }));
}

TEST(Charts, without_a_place_have_no_houses_points_or_lots) {
  auto const chart = compute_chart(test::sky(), test::utc(1990, 5, 5, 12), std::nullopt).value();
  EXPECT_EQ(chart.placements.size(), sky_bodies.size());
  EXPECT_FALSE(chart.houses.has_value());
  EXPECT_FALSE(chart.has(ascendant));
  EXPECT_EQ(chart.of(sun).house, 0);
  EXPECT_THROW((void)chart.cusp_sign(1), Bug);
}

TEST(Charts, lots_turn_by_night_or_not) {
  Place const almaty{43.25, 76.95, 0};
  ChartSettings same;
  same.fortune_turns_by_night = false;
  for (auto const hour : {6, 18}) {  // noon and midnight there
    auto const turning = compute_chart(test::sky(), test::utc(1990, 5, 5, hour), almaty).value();
    auto const plain = compute_chart(test::sky(), test::utc(1990, 5, 5, hour), almaty, same).value();
    EXPECT_EQ(turning.day, hour == 6);
    auto const asc = turning.houses->ascendant;
    auto const by_day = asc + turning.of(moon).state.longitude - turning.of(sun).state.longitude;
    EXPECT_LT(separation(plain.of(lot_of_fortune).state.longitude, by_day), 1e-9);
    EXPECT_LT(separation(turning.of(hour == 6 ? lot_of_fortune : lot_of_spirit).state.longitude, by_day), 1e-9);
  }
}

TEST(Charts, phases_have_their_quarter_in_the_middle) {
  EXPECT_EQ(phase_of(359), MoonPhase::new_moon);
  EXPECT_EQ(phase_of(22.4), MoonPhase::new_moon);
  EXPECT_EQ(phase_of(22.5), MoonPhase::waxing_crescent);
  EXPECT_EQ(phase_of(90), MoonPhase::first_quarter);
  EXPECT_EQ(phase_of(180), MoonPhase::full);
  EXPECT_EQ(phase_of(315), MoonPhase::waning_crescent);
}

TEST(Charts, profections_go_a_sign_a_year) {
  EXPECT_EQ(profection(Sign::cancer, 0).lord, moon);
  auto const found = profection(Sign::cancer, 40);
  EXPECT_EQ(found.house, 5);
  EXPECT_EQ(found.sign, Sign::scorpio);
  EXPECT_EQ(found.lord, mars);
}

TEST(Charts, weigh_every_planet_and_the_ascendant_once) {
  auto const chart = compute_chart(test::sky(), test::utc(1990, 5, 5, 6), Place{43.25, 76.95, 0}).value();
  auto const sum = [](auto const& parts) { return std::accumulate(parts.begin(), parts.end(), 0); };
  EXPECT_EQ(sum(chart.balance.elements), 20);
  EXPECT_EQ(sum(chart.balance.modalities), 20);
  EXPECT_EQ(chart.balance.eastern + chart.balance.western, 17);
  EXPECT_EQ(chart.balance.northern + chart.balance.southern, 17);
}

TEST(Charts, a_star_on_a_planet_is_told) {
  // The Sun stands on Regulus about 23 August.
  auto const chart = compute_chart(test::sky(), test::utc(2000, 8, 22, 18), std::nullopt).value();
  auto const found = star_contacts(test::sky(), chart);
  EXPECT_TRUE(std::ranges::any_of(
      found, [](StarContact const& one) { return one.star == Star::regulus && one.body == sun && one.orb < 0.5; }));
}

}  // namespace
}  // namespace kelisim::astro
