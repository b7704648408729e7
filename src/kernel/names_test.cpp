#include "kernel/id.h"
#include "kernel/phone_number.h"

#include <gtest/gtest.h>

namespace kelisim {
namespace {

TEST(Id, SortsByTimeAndReadsBack) {
  std::array<std::uint8_t, 10> chance{};
  chance.fill(0xff);
  auto const earlier = IdText::make({1'000'000}, chance);
  auto const later = IdText::make({1'001'000}, {});
  EXPECT_LT(earlier, later);
  EXPECT_EQ(IdText::parse(earlier.view()), earlier);
  EXPECT_EQ(earlier.view().substr(10), "ZZZZZZZZZZZZZZZZ");
}

TEST(Id, KeepsEveryBitOfChance) {
  for (std::size_t bit = 0; bit < 80; ++bit) {
    std::array<std::uint8_t, 10> chance{};
    chance[bit / 8] = static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_NE(IdText::make({0}, chance), IdText::make({0}, {})) << bit;
  }
}

TEST(Id, RefusesOtherTexts) {
  for (auto const* bad :
       {"", "0123", "0000000000000000000000000I", "00000000000000000000000000A", "0000000000000000000000000a"}) {
    EXPECT_EQ(PersonId::parse(bad), std::nullopt) << bad;
  }
}

TEST(PhoneNumber, NormalisesTheWaysPeopleWriteIt) {
  // HAR-1.account.b: the login name is the mobile number, normalised to E.164.
  for (auto const* text : {"+77000000001", "8 (700) 000-00-01", "7000000001", "+7 700 000 00 01", "77000000001"}) {
    auto const phone = PhoneNumber::parse(text);
    ASSERT_TRUE(phone.has_value()) << text;
    EXPECT_EQ(phone->reveal(), "+77000000001");
  }
  EXPECT_EQ(PhoneNumber::parse("+49 30 901820")->reveal(), "+4930901820");
}

TEST(PhoneNumber, RefusesInTheOrderOfItsReasons) {
  EXPECT_EQ(PhoneNumber::parse("").error(), PhoneError::empty);
  EXPECT_EQ(PhoneNumber::parse("+7 700 abc").error(), PhoneError::bad_character);
  EXPECT_EQ(PhoneNumber::parse("700 000 00").error(), PhoneError::bad_length);
  EXPECT_EQ(PhoneNumber::parse("+7700000000").error(), PhoneError::bad_length);
  EXPECT_EQ(PhoneNumber::parse("+770000000011").error(), PhoneError::bad_length);
  EXPECT_EQ(PhoneNumber::parse("+0123456789").error(), PhoneError::bad_length);
  EXPECT_EQ(PhoneNumber::parse(std::string(33, '1')).error(), PhoneError::bad_length);
}

TEST(PhoneNumber, PrintsMasked) {
  auto const phone = PhoneNumber::parse("+77000000001").value();
  EXPECT_EQ(phone.masked(), "+7 *** *** ** 01");
  EXPECT_TRUE(phone.in_kazakhstan());
  EXPECT_FALSE(phone.in_russia());
}

}  // namespace
}  // namespace kelisim
