#include "report/spread.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace kelisim::astro::report {
namespace {

double apart(double a, double b) {
  double const turn = std::fmod(std::abs(a - b), 360);
  return std::min(turn, 360 - turn);
}

double cost(std::vector<double> const& wanted, std::vector<double> const& placed) {
  double sum = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) sum += std::pow(apart(wanted[i], placed[i]), 2);
  return sum;
}

/// The same task by trying every set of touching neighbours and every set of glyphs held by a bound; the least cost
/// of the feasible ones is the optimum of a convex quadratic task.
double least_cost(std::vector<double> const& line, double gap, double low, double high, double span_max = 1e9) {
  auto const count = line.size();
  double best = std::numeric_limits<double>::infinity();
  for (unsigned touching = 0; touching < 1U << (count - 1); ++touching) {
    for (unsigned held = 0; held < 4; ++held) {
      std::vector<double> placed(count);
      for (std::size_t first = 0; first < count;) {
        std::size_t last = first;
        while (last + 1 < count && (touching >> last & 1U) != 0) ++last;
        double mean = 0;
        for (std::size_t i = first; i <= last; ++i) mean += line[i] - gap * static_cast<double>(i - first);
        double start = mean / static_cast<double>(last - first + 1);
        if (first == 0 && (held & 1U) != 0) start = low;
        if (last + 1 == count && (held & 2U) != 0) start = high - gap * static_cast<double>(last - first);
        for (std::size_t i = first; i <= last; ++i) placed[i] = start + gap * static_cast<double>(i - first);
        first = last + 1;
      }
      bool fits = placed.front() >= low - 1e-9 && placed.back() <= high + 1e-9;
      fits = fits && placed.back() - placed.front() <= span_max + 1e-9;
      for (std::size_t i = 1; i < count; ++i) fits = fits && placed[i] - placed[i - 1] >= gap - 1e-9;
      double sum = 0;
      for (std::size_t i = 0; i < count; ++i) sum += std::pow(line[i] - placed[i], 2);
      if (fits) best = std::min(best, sum);
    }
  }
  return best;
}

std::vector<double> from_tenths(std::vector<int> const& tenths) {
  std::vector<double> degrees;
  for (int const tenth : tenths) degrees.push_back(tenth / 10.0);
  return degrees;
}

TEST(Spread, LeavesGlyphsWithRoomWhereTheyAre) {
  std::vector<double> const wanted = {350, 5, 120, 240.5};
  EXPECT_EQ(spread(wanted, 7, {}), wanted);
}

TEST(Spread, SharesTheShiftOfAClusterAcrossTheStartOfTheCircle) {
  auto const placed = spread(std::vector<double>{359, 0, 1}, 8, {});
  EXPECT_NEAR(placed[0], 352, 1e-9);
  EXPECT_NEAR(placed[1], 0, 1e-9);
  EXPECT_NEAR(placed[2], 8, 1e-9);
}

TEST(Spread, KeepsAGlyphOnItsSideOfAnAxis) {
  auto const placed =
      spread(std::vector<double>{89.5, 90.5}, 7, std::vector<Obstacle>{{90, 4, true}, {270, 4, true}});
  EXPECT_NEAR(placed[0], 86, 1e-9);
  EXPECT_NEAR(placed[1], 94, 1e-9);
}

TEST(Spread, GivesUpACuspBeforeAnAxis) {
  std::vector<Obstacle> const lines = {{100, 4, true}, {110, 4, false}, {200, 4, true}};
  auto const placed = spread(std::vector<double>{101, 104, 108}, 7, lines);
  EXPECT_GE(placed[0], 104 - 1e-9);
  EXPECT_GE(placed[1] - placed[0], 7 - 1e-9);
  EXPECT_GE(placed[2] - placed[1], 7 - 1e-9);
}

TEST(Spread, FillsTheCircleEvenlyWhenNothingElseFits) {
  std::vector<double> const wanted(36, 10.0);
  auto const placed = spread(wanted, 10, {});
  for (std::size_t i = 1; i < placed.size(); ++i) EXPECT_NEAR(apart(placed[i], placed[i - 1]), 10, 1e-6);
}

// Five thousand charts of 17 glyphs, twelve cusps of uneven width: no two glyphs nearer than the gap, the order
// around the circle kept.
TEST(Spread, OverlapsNothingInFiveThousandCharts) {
  std::mt19937 chance{1962};
  std::uniform_real_distribution<double> degrees{0, 360};
  constexpr double gap = 7.4;
  double widest = 0;
  for (int chart = 0; chart < 5000; ++chart) {
    std::vector<double> wanted(17);
    for (auto& one : wanted) one = degrees(chance);
    if (chart % 3 == 0) {
      for (std::size_t i = 0; i < 9; ++i) wanted[i] = wanted[0] + wanted[i] / 25;
    }
    std::vector<Obstacle> lines;
    for (int cusp = 0; cusp < 12; ++cusp) lines.push_back({degrees(chance), 3.8, cusp % 3 == 0});
    auto const placed = spread(wanted, gap, lines);
    std::vector<double> around = placed;
    std::ranges::sort(around);
    for (std::size_t i = 0; i < around.size(); ++i)
      ASSERT_GE(apart(around[i], around[(i + 1) % around.size()]), gap - 1e-9) << "chart " << chart;
    for (std::size_t i = 0; i < wanted.size(); ++i) widest = std::max(widest, apart(wanted[i], placed[i]));
  }
  // As far as the widest cluster needs, even where every cusp had to be given up.
  EXPECT_LT(widest, gap * 16);
}

RC_GTEST_PROP(Spread, IsOptimalBetweenTwoAxes, ()) {
  auto const tenths =
      *rc::gen::resize(5, rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 600))));
  RC_PRE(tenths.size() <= 5U);
  auto wanted = from_tenths(tenths);
  std::vector<Obstacle> const lines = {{0, 4, true}, {60, 4, true}};
  auto const placed = spread(wanted, 7.4, lines);
  auto const found = cost(wanted, placed);
  std::ranges::sort(wanted);
  RC_ASSERT(std::abs(found - least_cost(wanted, 7.4, 4, 56)) < 1e-6);
}

RC_GTEST_PROP(Spread, IsOptimalOnAFreeCircle, ()) {
  auto const tenths =
      *rc::gen::resize(6, rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3600))));
  RC_PRE(tenths.size() <= 6U);
  auto wanted = from_tenths(tenths);
  constexpr double gap = 45;
  auto const placed = spread(wanted, gap, {});
  double const found = cost(wanted, placed);
  std::ranges::sort(wanted);
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t cut = 0; cut < wanted.size(); ++cut) {
    std::vector<double> line;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      bool const wraps = cut + i >= wanted.size();
      line.push_back(wanted[(cut + i) % wanted.size()] + (wraps ? 360 : 0));
    }
    best = std::min(best, least_cost(line, gap, -1e6, 1e6, 360 - gap));
  }
  RC_ASSERT(std::abs(found - best) < 1e-6);
}

}  // namespace
}  // namespace kelisim::astro::report
