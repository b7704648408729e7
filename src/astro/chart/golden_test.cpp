#include "astro/chart.h"

#include "sky.h"

#include <gtest/gtest.h>

namespace kelisim::astro {
namespace {

/// `einstein`'s Sun and so on: each row is one body of one chart printed elsewhere.
TEST(Golden, charts_agree_with_the_printed_ones) {
  for (auto const& row : test::golden("charts.csv")) {
    std::optional<Place> place;
    if (!row[2].empty()) place = Place{std::stod(row[2]), std::stod(row[3]), 0};
    auto const chart = compute_chart(test::sky(), test::utc(row[1]), place).value();
    auto const body = parse_name<Body>(row[4]).value();
    EXPECT_LE(separation(chart.of(body).state.longitude, std::stod(row[5])) * 3600, std::stod(row[6]))
        << row[0] << ' ' << row[4];
  }
}

TEST(Golden, einstein_has_his_houses_sect_and_dignities) {
  auto const chart = compute_chart(test::sky(), test::utc("1879-03-14T10:50:00Z"), Place{48.4, 10.0, 0}).value();
  EXPECT_TRUE(chart.day);
  EXPECT_EQ(chart.of(Body::sun).house, 10);
  EXPECT_EQ(chart.of(Body::moon).house, 6);
  EXPECT_EQ(chart.of(Body::mars).house, 7);
  EXPECT_TRUE(chart.of(Body::mars).dignities.has(Dignity::exaltation));
  EXPECT_TRUE(chart.of(Body::saturn).dignities.has(Dignity::fall));
  EXPECT_TRUE(chart.of(Body::venus).dignities.has(Dignity::detriment));
  EXPECT_EQ(chart.cusp_sign(1), Sign::cancer);
  EXPECT_EQ(chart.ruler_of_house(1), Body::moon);
  EXPECT_EQ(chart.of(Body::saturn).solar, SolarCondition::under_beams);
}

TEST(Golden, lennon_was_born_by_night_with_jupiter_and_saturn_joined) {
  auto const chart =
      compute_chart(test::sky(), test::utc("1940-10-09T17:30:00Z"), Place{53.416667, -2.916667, 0}).value();
  EXPECT_FALSE(chart.day);
  auto const* joined = chart.aspect(Body::saturn, Body::jupiter);
  ASSERT_NE(joined, nullptr);
  EXPECT_EQ(joined->kind, AspectKind::conjunction);
  EXPECT_NEAR(chart.of(Body::lot_of_fortune).state.longitude, chart.fortune_by_night, 1e-9);
}

}  // namespace
}  // namespace kelisim::astro
