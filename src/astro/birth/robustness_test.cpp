#include "astro/robustness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::astro {
namespace {

using std::chrono::minutes;
using Kind = Robustness::Kind;

Instant const told = Instant{} + minutes(1'000'000);
constexpr minutes day_half{720};

/// A "chart" that only knows how many minutes it lies from the told time.
struct Moved {
  double minutes;
};

ChartSpan<Moved> span(int earliest, int latest, bool time_known = true) {
  return chart_span<Moved>(Trial::around(told, told + minutes(earliest), told + minutes(latest), time_known),
                           [](Instant at) { return Moved{static_cast<double>((at - told).count()) / 60e6}; });
}

TEST(Robustness, NeedsNoTimeWhenItHoldsAllDay) {
  EXPECT_EQ(span(0, 0).judge([](Moved) { return 7; }), (Robustness{Kind::exact, 0}));
  EXPECT_EQ(span(-720, 720, false).judge([](Moved) { return 7; }), (Robustness{Kind::exact, 0}));
}

TEST(Robustness, SaysHowFarItHoldsBeyondWhatWasTold) {
  auto const changes_at = [](double minute) { return [=](Moved chart) { return chart.minutes >= minute; }; };
  EXPECT_EQ(span(-10, 10).judge(changes_at(-31)), (Robustness{Kind::within, 31}));
  EXPECT_EQ(span(-10, 10).judge(changes_at(11)), (Robustness{Kind::within, 10}));
  EXPECT_EQ(span(0, 0).judge(changes_at(1)), (Robustness{Kind::within, 0}));
}

TEST(Robustness, NeedsTimeWhenItChangesWithinTheUncertainty) {
  auto const late = [](Moved chart) { return chart.minutes > 9.5; };
  EXPECT_EQ(span(-10, 10).judge(late), (Robustness{Kind::needs_time, 0}));
  EXPECT_EQ(span(-720, 720, false).judge(late), (Robustness{Kind::needs_time, 0}));
}

TEST(Robustness, SeesAChangeThatIsUndoneBeforeTheEnd) {
  auto const in_between = [](Moved chart) { return chart.minutes > 20 && chart.minutes < 24; };
  EXPECT_EQ(span(-60, 60).judge(in_between), (Robustness{Kind::needs_time, 0}));
  EXPECT_EQ(span(-10, 10).judge(in_between).kind, Kind::within);
  // The ascendant goes round in a day: the same sign at both ends, every other one between.
  auto const ascendant = [](Moved chart) { return static_cast<int>((chart.minutes + 720) / 120) % 12; };
  EXPECT_EQ(span(-720, 720, false).judge(ascendant).kind, Kind::needs_time);
  EXPECT_EQ(span(-720, 720, false).stretches(ascendant).size(), 13u);
}

TEST(Robustness, TellsWhichValuesAreOpen) {
  auto const sign = [](Moved chart) { return chart.minutes < 4 ? 1 : 2; };
  auto const found = span(-10, 10).stretches(sign);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].value, 1);
  EXPECT_EQ(found[0].from, told - minutes(10));
  EXPECT_LT(found[0].to, found[1].from);
  EXPECT_EQ(found[1].to, told + minutes(10));
}

TEST(Robustness, AFindingIsAsWeakAsItsWeakestFact) {
  Robustness const exact{Kind::exact, 0};
  Robustness const ten{Kind::within, 10};
  Robustness const forty{Kind::within, 40};
  Robustness const open{Kind::needs_time, 0};
  EXPECT_EQ(weaker(exact, ten), ten);
  EXPECT_EQ(weaker(forty, ten), ten);
  EXPECT_EQ(weaker(open, exact), open);
}

// Whatever the uncertainty: every step is at most what the header promises, and both ends are tried.
RC_GTEST_PROP(Trial, StepsAreAsNarrowAsPromised, ()) {
  auto const before = minutes(*rc::gen::inRange(0, 1500));
  auto const after = minutes(*rc::gen::inRange(0, 1500));
  auto const known = *rc::gen::arbitrary<bool>();
  auto const trial = Trial::around(told, told - before, told + after, known);
  auto const& instants = trial.instants();
  RC_ASSERT(instants.size() < 400u);
  RC_ASSERT(instants[trial.told()] == told);
  RC_ASSERT(std::ranges::binary_search(instants, told - before));
  RC_ASSERT(std::ranges::binary_search(instants, told + after));
  RC_ASSERT(instants.front() == told - (known ? std::max(before, day_half) : before));
  for (std::size_t i = 1; i < instants.size(); ++i) {
    auto const inner = std::min(std::chrono::abs(instants[i] - told), std::chrono::abs(instants[i - 1] - told));
    auto const allowed = inner < minutes(60) ? minutes(2) : inner < minutes(180) ? minutes(5) : minutes(10);
    RC_ASSERT(instants[i] - instants[i - 1] <= allowed);
  }
}

}  // namespace
}  // namespace kelisim::astro
