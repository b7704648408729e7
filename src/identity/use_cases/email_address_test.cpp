#include "use_cases/email_address.h"

#include <gtest/gtest.h>

#include <string>

namespace kelisim::identity {
namespace {

TEST(EmailAddress, TakesWhatMailRelaysTake) {
  for (auto const* const text : {"a@b.kz", "first.last+tag@mail.example", "o'neill@x-y.example", "1@2.3"}) {
    EXPECT_TRUE(is_email_address(text)) << text;
  }
}

TEST(EmailAddress, RefusesWhatWouldBreakALetter) {
  for (auto const* const text : {"",           "a",
                                 "@b.kz",      "a@",
                                 "a@b",        "a@@b.kz",
                                 "a b@c.kz",   "a@b .kz",
                                 "a@.kz",      "a@b.",
                                 "a@-b.kz",    "a@b-.kz",
                                 ".a@b.kz",    "a.@b.kz",
                                 "a..b@c.kz",  "a\r\nBcc: x@y.kz",
                                 "<a@b.kz>",   "a@b.kz,c@d.kz",
                                 "\"a\"@b.kz", "а@б.кз"}) {
    EXPECT_FALSE(is_email_address(text)) << text;
  }
}

TEST(EmailAddress, IsBounded) {
  EXPECT_TRUE(is_email_address(std::string(64, 'a') + "@b.kz"));
  EXPECT_FALSE(is_email_address(std::string(65, 'a') + "@b.kz"));
  std::string domain;
  while (domain.size() < 250) domain += "abcdefg.";
  EXPECT_FALSE(is_email_address("a@" + domain + "kz"));
}

}  // namespace
}  // namespace kelisim::identity
