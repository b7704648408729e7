#include "kernel/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace kelisim {
namespace {

Money kzt(std::int64_t minor) { return {minor, Currency::KZT}; }

TEST(Money, AddsAndSubtractsWithinOneCurrency) {
  EXPECT_EQ(kzt(1'500'000) - kzt(300'000), kzt(1'200'000));
  EXPECT_EQ(kzt(1) + kzt(2), kzt(3));
  EXPECT_LT(kzt(1), kzt(2));
}

TEST(Money, RefusesToMixCurrencies) {
  EXPECT_THROW((void)(kzt(1) + Money(1, Currency::RUB)), Bug);
  EXPECT_THROW((void)(kzt(1) < Money(1, Currency::RUB)), Bug);
}

TEST(Money, RefusesToOverflow) {
  auto const most = kzt(std::numeric_limits<std::int64_t>::max());
  auto const least = kzt(std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(most + kzt(0), most);
  EXPECT_THROW((void)(most + kzt(1)), Bug);
  EXPECT_THROW((void)(least - kzt(1)), Bug);
  EXPECT_THROW((void)-least, Bug);
}

TEST(Money, TakesAShareCutTowardsZero) {
  EXPECT_EQ(share(kzt(1'500'000), {2000}), kzt(300'000));
  EXPECT_EQ(share(kzt(9), {1000}), kzt(0));
  EXPECT_THROW((void)share(kzt(9), {10'001}), Bug);
  EXPECT_THROW((void)share(kzt(9), {-1}), Bug);
}

RC_GTEST_PROP(Money, SplitSumsToTheWholeAndIsFairToTheMinorUnit, ()) {
  auto const whole = *rc::gen::inRange<std::int64_t>(0, 10'000'000'000);
  auto const weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange(1, 10'000)));
  auto const parts = split(kzt(whole), weights);
  std::int64_t sum = 0;
  std::int64_t total = 0;
  for (auto const weight : weights) total += weight;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    sum += parts[i].minor();
    auto const exact = static_cast<__int128>(whole) * weights[i];
    RC_ASSERT(exact - total < static_cast<__int128>(parts[i].minor()) * total);
    RC_ASSERT(static_cast<__int128>(parts[i].minor()) * total < exact + total);
  }
  RC_ASSERT(sum == whole);
}

RC_GTEST_PROP(Money, DecimalTextReadsBack, ()) {
  auto const minor = *rc::gen::inRange<std::int64_t>(0, 99'999'999'999);
  RC_ASSERT(parse_decimal(to_decimal(kzt(minor)), Currency::KZT) == kzt(minor));
}

TEST(Money, ReadsDecimalsAndNothingElse) {
  EXPECT_EQ(parse_decimal("25", Currency::KZT), kzt(2500));
  EXPECT_EQ(parse_decimal("25.5", Currency::KZT), kzt(2550));
  EXPECT_EQ(parse_decimal("25.05", Currency::KZT), kzt(2505));
  for (auto const* bad : {"", ".", ".5", "5.", "25.005", "-1", "+1", "1e3", "1 000", "99999999999999999"}) {
    EXPECT_EQ(parse_decimal(bad, Currency::KZT), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace kelisim
