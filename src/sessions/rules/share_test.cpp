#include "sessions/rules/share.h"

#include <gtest/gtest.h>

namespace kelisim::sessions {
namespace {

TEST(Share, is_one_screen_at_a_time_where_the_brand_allows_any) {
  EXPECT_EQ(refuse_sharing({.brand_allows = true, .other_shares = false}), std::nullopt);
  EXPECT_EQ(refuse_sharing({.brand_allows = true, .other_shares = true}), ShareRefusal::other_shares);
  EXPECT_EQ(refuse_sharing({.brand_allows = false, .other_shares = false}), ShareRefusal::share_off);
  EXPECT_EQ(refuse_sharing({.brand_allows = false, .other_shares = true}), ShareRefusal::share_off);
}

}  // namespace
}  // namespace kelisim::sessions
