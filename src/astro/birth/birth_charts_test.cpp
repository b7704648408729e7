#include "astro/birth_charts.h"

#include <gtest/gtest.h>

namespace kelisim::astro {
namespace {

using Kind = Robustness::Kind;

BirthMoment born(char const* date, std::optional<StatedTime> time) {
  BirthPlace const almaty{"Алматы", "KZ", {43.25, 76.93}, "Asia/Almaty"};
  return resolve({parse_civil_date(date).value(), time, almaty, {}, {}}).value();
}

Sign ascendant(Chart const& chart) { return sign_of(chart.houses->ascendant); }
Sign moon(Chart const& chart) { return chart.of(Body::moon).sign; }
Sign sun(Chart const& chart) { return chart.of(Body::sun).sign; }

TEST(BirthCharts, TryEveryValueOverTheUncertainty) {
  auto const ephemeris = open_swiss();
  auto const charts = birth_charts(*ephemeris, born("1985-07-01", StatedTime{civil_time(14, 30), 10}));
  EXPECT_EQ(charts.told().at, born("1985-07-01", StatedTime{civil_time(14, 30), 0}).at);
  EXPECT_EQ(charts.judge(sun), (Robustness{Kind::exact, 0}));
  auto const found = charts.judge(ascendant);
  EXPECT_EQ(found.kind, Kind::within);
  EXPECT_GE(found.minutes, 10);
  EXPECT_LT(found.minutes, 120);
  // Just beyond what is promised (a step there is at most five minutes), on one side or the other, another sign
  // rises.
  auto const beyond = std::chrono::minutes(found.minutes + 6);
  auto const at = charts.told().at;
  Place const place{43.25, 76.93};
  auto const before = compute_chart(*ephemeris, at - beyond, place).value();
  auto const after = compute_chart(*ephemeris, at + beyond, place).value();
  EXPECT_TRUE(ascendant(before) != ascendant(charts.told()) || ascendant(after) != ascendant(charts.told()));
}

TEST(BirthCharts, HaveNoHousesAndARangeOfTheMoonWhenTheTimeIsUnknown) {
  auto const ephemeris = open_swiss();
  auto const charts = birth_charts(*ephemeris, born("1985-07-02", {}));
  EXPECT_FALSE(charts.told().houses.has_value());
  EXPECT_EQ(charts.judge(sun).kind, Kind::exact);
  // The Moon moves 11.8 to 15.3 degrees a day.
  auto const travelled =
      charts.charts().back().of(Body::moon).state.longitude - charts.charts().front().of(Body::moon).state.longitude;
  EXPECT_GT(travelled, 11.7);
  EXPECT_LT(travelled, 15.4);
  auto const signs = charts.stretches(moon);
  EXPECT_EQ(charts.judge(moon).kind, signs.size() == 1 ? Kind::exact : Kind::needs_time);
}

TEST(BirthCharts, ReachFromTheFirstDayToTheLast) {
  auto const ephemeris = open_swiss();
  for (auto const* date : {"1800-01-02", "2399-11-30"}) {
    auto const charts = birth_charts(*ephemeris, born(date, StatedTime{civil_time(12), 720}));
    EXPECT_EQ(charts.judge(ascendant).kind, Kind::needs_time) << date;
    EXPECT_GE(charts.stretches(ascendant).size(), 12u) << date;
  }
}

}  // namespace
}  // namespace kelisim::astro
