// The terms of the payment partner, before the first payment.
#include "clause_mark.h"
#include "terms/confirmation.h"
#include "testing/house.h"
#include "use_cases/pay_booking.h"

namespace kelisim::scheduling {
namespace {

using testing::astana;

class PartnerTerms : public testing::House {};
KELISIM_ON_BOTH_ENGINES(PartnerTerms);

TEST_P(PartnerTerms, AreAskedForOnceInEachVersionOfThem) {
  CLAUSE("HAR-8.7a");
  auto const pay = [&](Booking const& booking, std::optional<std::string> accepted) {
    return attempt([&](db::Tx& tx) {
      return pay_booking(tx, parts, booking, {.no_refund = true, .partner_terms = accepted}, "ru", clock.now());
    });
  };
  auto const confirmed = [&] {
    return write([&](db::Tx& tx) { return terms::confirmations_of(tx, client); }).size();
  };
  auto const before = confirmed();  // of the first booking, HAR-3.12a
  auto const first = held(astana(11, 20));
  auto const second = held(astana(12, 20));
  auto const version = brand.gateway.terms_version;
  for (auto const& wrong : {std::optional<std::string>(), std::optional<std::string>("2020-01-01")}) {
    auto const refused = pay(first, wrong);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().why, PayRefusal::partner_terms_not_accepted);
    EXPECT_EQ(refused.error().because->id, "HAR-8.7a");
  }
  EXPECT_TRUE(pay(first, version).has_value());
  EXPECT_TRUE(pay(second, std::nullopt).has_value()) << "asked once";
  auto const kept =
      write([&](db::Tx& tx) { return terms::last_confirmed(tx, client, terms::Confirmation::partner_terms); });
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->version, version);
  EXPECT_EQ(kept->at, clock.now());

  brand.gateway.terms_version = "2027-01-01";
  auto const third = held(astana(13, 20));
  EXPECT_FALSE(pay(third, std::nullopt).has_value()) << "the text has changed";
  EXPECT_FALSE(pay(third, version).has_value());
  EXPECT_TRUE(pay(third, "2027-01-01").has_value());
  EXPECT_EQ(confirmed(), before + 3) << "safety once, the partner's terms twice";
}

}  // namespace
}  // namespace kelisim::scheduling
