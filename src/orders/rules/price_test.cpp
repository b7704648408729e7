#include "orders/rules/price.h"

#include "harmonia.h"
#include "instants.h"
#include "orders/rules/earning.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace kelisim::orders {
namespace {

RC_GTEST_PROP(SplitProperties, the_parts_sum_to_the_price_and_neither_is_negative, ()) {
  auto const minor = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 10'000'000),
                                     rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max()));
  Money const price{minor, Currency::KZT};
  auto const parts = split_price({price, *rc::gen::inRange<std::int64_t>(0, 10'001)}, test::harmonia());
  RC_ASSERT(parts.commission + parts.specialist == price);
  RC_ASSERT(parts.commission.minor() >= 0 && parts.specialist.minor() >= 0);
}

RC_GTEST_PROP(SplitProperties, a_higher_price_never_pays_either_less, ()) {
  auto const low = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
  auto const rate = *rc::gen::inRange<std::int64_t>(0, 10'001);
  auto const less = split_price({Money(low, Currency::KZT), rate}, test::harmonia());
  auto const more = split_price({Money(low + 1, Currency::KZT), rate}, test::harmonia());
  RC_ASSERT(more.commission >= less.commission && more.specialist >= less.specialist);
}

RC_GTEST_PROP(EarningProperties, what_is_earned_stays_earned, (Instant ended)) {
  auto const end = *rc::gen::element(ServiceEnd::rendered, ServiceEnd::forfeited);
  auto const now = ended + Duration(*rc::gen::inRange<std::int64_t>(0, 24LL * 3600 * 1'000'000));
  auto const later = now + Duration(*rc::gen::inRange<std::int64_t>(0, 24LL * 3600 * 1'000'000));
  auto const first = decide_earning({end, ended, now}, test::harmonia());
  auto const second = decide_earning({end, ended, later}, test::harmonia());
  RC_ASSERT(first.earned_at == second.earned_at);
  RC_ASSERT(!first.earned || second.earned);
}

}  // namespace
}  // namespace kelisim::orders
