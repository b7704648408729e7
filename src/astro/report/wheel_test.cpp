#include "astro/wheel.h"

#include "report/degrees.h"
#include "report/wheel_parts.h"

#include <gtest/gtest.h>

#include <random>

namespace kelisim::astro {
namespace {

std::string key_itself(std::string_view /*group*/, std::string_view /*subject*/, std::string_view key) {
  return std::string(key);
}

constexpr std::int64_t day = 86'400'000'000;
/// 1962-02-05T00:00Z: seven bodies in Aquarius.
constexpr Instant cluster{-2887LL * day};
constexpr Place almaty{.latitude = 43.25, .longitude = 76.95};

Chart chart_of(Instant at, std::optional<Place> const& place) {
  static thread_local auto const ephemeris = open_swiss();
  return *compute_chart(*ephemeris, at, place);
}

/// Every element is closed in order: the names of the open ones at the end are none.
bool balanced(std::string_view svg) {
  std::vector<std::string> open;
  for (auto at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', at + 1)) {
    auto const tag = svg.substr(at + 1, svg.find('>', at) - at - 1);
    if (tag.ends_with('/')) continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else {
      open.emplace_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Wheel, IsOneFileThatNeedsNothingElse) {
  auto const svg = wheel_svg(chart_of(cluster, almaty), {.legend = true}, key_itself);
  EXPECT_TRUE(balanced(svg));
  for (auto const* banned :
       {"var(", "<style", " style=", " class=", " id=", "<use", "<script", "url(", "href", "<image"})
    EXPECT_EQ(count(svg, banned), 0U) << banned;
}

TEST(Wheel, NamesEveryBodyOnceForThePageAndForTheReader) {
  WheelOptions const options;
  auto const chart = chart_of(cluster, almaty);
  auto const svg = wheel_svg(chart, options, key_itself);
  auto const description = svg.substr(svg.find("<desc>"), svg.find("</desc>") - svg.find("<desc>"));
  for (auto const body : options.bodies) {
    std::string const name{name_of(body)};
    EXPECT_EQ(count(svg, "data-name=\"" + name + '"'), 1U);
    EXPECT_EQ(count(description, report::placement_words(chart.of(body), key_itself)), 1U) << name;
  }
  for (std::string const name : {"ascendant", "midheaven"}) {
    EXPECT_EQ(count(svg, "data-name=\"" + name + '"'), 1U);
    EXPECT_EQ(count(description, name + ' '), 1U);
  }
  EXPECT_NE(description.find("sun 15°"), std::string::npos);
}

TEST(Wheel, SaysThatTheTimeIsUnknownAndDrawsNoHouse) {
  auto const svg = wheel_svg(chart_of(cluster, std::nullopt), {}, key_itself);
  EXPECT_NE(svg.find(">no_houses</text>"), std::string::npos);
  EXPECT_EQ(count(svg, ">Asc</text>"), 0U);
  EXPECT_EQ(count(svg, ">12</text>"), 0U);
}

TEST(Wheel, SaysThatWholeSignsStandForAHouseSystemWithoutPolarHouses) {
  auto const svg = wheel_svg(chart_of(cluster, Place{.latitude = 78.2, .longitude = 15.6}), {}, key_itself);
  EXPECT_NE(svg.find(">whole_sign_used</text>"), std::string::npos);
  EXPECT_EQ(count(svg, ">Asc</text>"), 1U);
}

TEST(Wheel, EscapesWhatAPersonMayHaveWritten) {
  auto const svg = wheel_svg(chart_of(cluster, almaty), {.title = "A <b> & \"c\""}, key_itself);
  EXPECT_NE(svg.find("<title>A &lt;b&gt; &amp; &quot;c&quot;</title>"), std::string::npos);
}

TEST(Wheel, DrawsTransitsInARingOfTheirOwn) {
  auto const now = chart_of(Instant{cluster.micros + 20000 * day}, std::nullopt);
  auto const svg = wheel_svg(chart_of(cluster, almaty), {.transits = &now}, key_itself);
  EXPECT_EQ(count(svg, "_transit\""), sky_bodies.size());
  EXPECT_LE(svg.size(), 60U * 1024);
}

TEST(Wheel, TellsAspectsApartWithoutColour) {
  std::vector<std::vector<double>> dashes;
  for (auto const kind : major_aspects)
    if (kind != AspectKind::conjunction)
      dashes.push_back(report::aspect_stroke(kind, 0.5, report::light_palette).dash);
  std::ranges::sort(dashes);
  EXPECT_EQ(std::ranges::adjacent_find(dashes), dashes.end());
}

TEST(Wheel, CutsMinutesAndNeverShowsThirtyDegrees) {
  EXPECT_EQ(report::to_string(report::degree_minute(29.99999)), "29°59′");
  EXPECT_EQ(report::to_string(report::degree_minute(45.5)), "15°30′");
  EXPECT_EQ(report::to_string(report::degree_minute(360.0)), "0°00′");
}

// Any moment, anywhere up to the poles: glyphs never nearer than their gap, the same bytes twice, at most 60 KB.
TEST(Wheel, HoldsItsPromisesForRandomCharts) {
  std::mt19937 chance{7};
  std::uniform_int_distribution<std::int64_t> days{-60000, 150000};
  std::uniform_real_distribution<double> latitude{-90, 90};
  std::uniform_real_distribution<double> longitude{-180, 180};
  WheelOptions const options{.minor_aspects = true, .legend = true};
  for (int i = 0; i < 300; ++i) {
    Place const place{.latitude = latitude(chance), .longitude = longitude(chance)};
    auto const chart = chart_of(Instant{days(chance) * day + i * 7'777'777'777}, place);
    auto const plan = report::plan_wheel(chart, options, key_itself);
    for (auto const& a : plan.bodies) {
      for (auto const& b : plan.bodies) {
        if (&a != &b) {
          ASSERT_GE(separation(a.shown, b.shown), plan.sizes.gap - 1e-9) << i;
        }
      }
    }
    auto const svg = wheel_svg(chart, options, key_itself);
    ASSERT_LE(svg.size(), 60U * 1024) << i;
    ASSERT_EQ(svg.find("nan"), std::string::npos) << i;
    ASSERT_EQ(svg, wheel_svg(chart, options, key_itself)) << i;
  }
}

}  // namespace
}  // namespace kelisim::astro
