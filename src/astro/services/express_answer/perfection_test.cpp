#include "services/express_answer/perfection.h"

#include "services/express_answer/answer.h"
#include "services/testing/linear_sky.h"

#include <gtest/gtest.h>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using testing::LinearSky;

/// Mars asks for Saturn at 10 and 15 Aries; all others stand at 25 Taurus, in aspect to nothing.
class PerfectionTest : public ::testing::Test {
 protected:
  PerfectionTest() {
    chart_.at = at_;
    put(Body::mars, {.longitude = 10, .speed = 0.5});
    put(Body::saturn, {.longitude = 15});
  }

  void put(Body body, LinearSky::Path path) { sky_.put(body, path); }
  Judgement judged(Body querent = Body::mars, Body quesited = Body::saturn) {
    Track const track(sky_, {at_ - hours(24 * 6), at_ + hours(24 * 60)}, classical);
    return judge(track, chart_, querent, quesited, rules_);
  }
  [[nodiscard]] double days(Judgement const& judgement) const {
    return static_cast<double>((judgement.at.value() - at_).count()) / 86400e6;
  }

  Instant at_ = parse_rfc3339("2026-11-21T05:00:00Z").value();
  LinearSky sky_{at_};
  Chart chart_;
  AnswerRules rules_;
};

TEST_F(PerfectionTest, a_conjunction_in_the_sign_is_direct) {
  auto const found = judged();
  EXPECT_EQ(found.kind, Perfection::direct);
  EXPECT_EQ(found.aspect, AspectKind::conjunction);
  EXPECT_NEAR(found.degrees, 5, 1e-3);
  EXPECT_NEAR(days(found), 10, 0.01);
}

TEST_F(PerfectionTest, the_orb_includes_its_limit) {
  put(Body::saturn, {.longitude = 19.999});
  EXPECT_EQ(judged().kind, Perfection::direct);
  put(Body::saturn, {.longitude = 20.001});
  EXPECT_EQ(judged().kind, Perfection::none);
}

TEST_F(PerfectionTest, nothing_comes_about_beyond_the_end_of_the_sign) {
  put(Body::mars, {.longitude = 25, .speed = 0.5});
  put(Body::saturn, {.longitude = 29.9});
  EXPECT_EQ(judged().kind, Perfection::direct);
  put(Body::saturn, {.longitude = 30.1});
  EXPECT_EQ(judged().kind, Perfection::none);
}

TEST_F(PerfectionTest, a_hard_aspect_of_another_planet_before_it_prohibits) {
  put(Body::sun, {.longitude = 98, .speed = 1});  // square to Mars on the fourth day
  auto const found = judged();
  EXPECT_EQ(found.kind, Perfection::prohibition);
  EXPECT_EQ(found.third, Body::sun);
  EXPECT_NEAR(days(found), 4, 0.01);
  put(Body::sun, {.longitude = 94, .speed = 1});  // on the twelfth, when Mars has met Saturn
  EXPECT_EQ(judged().kind, Perfection::direct);
}

TEST_F(PerfectionTest, the_moon_prohibits_nothing) {
  put(Body::moon, {.longitude = 95, .speed = 13});
  EXPECT_EQ(judged().kind, Perfection::direct);
}

TEST_F(PerfectionTest, a_swifter_one_carries_the_light_from_the_one_it_left_to_the_other) {
  put(Body::mars, {.longitude = 10, .speed = -0.1});
  put(Body::venus, {.longitude = 12, .speed = 1.2});
  auto const found = judged();
  EXPECT_EQ(found.kind, Perfection::translation);
  EXPECT_EQ(found.third, Body::venus);
  EXPECT_NEAR(days(found), 2.5, 0.01);
}

TEST_F(PerfectionTest, a_swifter_one_that_has_not_met_the_first_yet_carries_nothing) {
  put(Body::mars, {.longitude = 10, .speed = -0.1});
  put(Body::venus, {.longitude = 8, .speed = 1.2});
  EXPECT_NE(judged().kind, Perfection::translation);
}

TEST_F(PerfectionTest, a_slower_one_collects_both) {
  put(Body::venus, {.longitude = 10, .speed = 1.2});
  put(Body::mars, {.longitude = 69, .speed = 0.5});
  auto const found = judged(Body::venus, Body::mars);
  EXPECT_EQ(found.kind, Perfection::collection);
  EXPECT_EQ(found.third, Body::saturn);
  EXPECT_NEAR(days(found), 12, 0.05) << "the later of the two meetings";
}

TEST_F(PerfectionTest, turning_back_before_the_meeting_is_refranation) {
  put(Body::mars, {.longitude = 10, .speed = 0.5, .turns = 6});
  auto const found = judged();
  EXPECT_EQ(found.kind, Perfection::refranation);
  EXPECT_NEAR(days(found), 6, 0.1);
}

TEST_F(PerfectionTest, without_an_aspect_mutual_reception_remains) {
  put(Body::mars, {.longitude = 10, .speed = -0.1});
  chart_.receptions = {{.host = Body::mars, .guest = Body::saturn, .dignity = Dignity::domicile, .mutual = true}};
  EXPECT_EQ(judged().kind, Perfection::reception);
  chart_.receptions.front().mutual = false;
  EXPECT_EQ(judged().kind, Perfection::none);
}

TEST(TurnedHouseTest, is_counted_from_the_house_of_the_one_it_is_asked_for) {
  EXPECT_EQ(turned_house(1, 10), 10);
  EXPECT_EQ(turned_house(7, 10), 4) << "the partner's work";
  EXPECT_EQ(turned_house(5, 9), 1) << "the child's studies";
}

TEST(BandTest, begins_at_its_limit) {
  AnswerRules rules;
  rules.band_from = {5, 2, -2, -5};
  EXPECT_EQ(band_of(rules, 5), Band::yes);
  EXPECT_EQ(band_of(rules, 4.99), Band::rather_yes);
  EXPECT_EQ(band_of(rules, -2), Band::open);
  EXPECT_EQ(band_of(rules, -5), Band::rather_no);
  EXPECT_EQ(band_of(rules, -5.01), Band::no);
}

}  // namespace
}  // namespace kelisim::astro
