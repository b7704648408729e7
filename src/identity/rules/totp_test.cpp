#include "rules/totp.h"

#include <gtest/gtest.h>

namespace kelisim::identity {
namespace {

constexpr std::string_view ascii_secret = "12345678901234567890";  // RFC 6238, appendix B

std::span<std::uint8_t const> secret() {
  return {reinterpret_cast<std::uint8_t const*>(ascii_secret.data()), ascii_secret.size()};
}

constexpr Instant at_second(std::int64_t second) { return {second * 1'000'000}; }

// Appendix B gives eight digits; six are their end.
TEST(Totp, GivesTheCodesOfTheRfc) {
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(59))), "287082");
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(1111111109))), "081804");
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(1111111111))), "050471");
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(1234567890))), "005924");
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(2000000000))), "279037");
  EXPECT_EQ(totp_code(secret(), totp_step(at_second(20000000000))), "353130");
}

TEST(Totp, AcceptsTheStepBeforeAndTheStepAfterAndNoOther) {
  auto const now = at_second(1111111111);
  auto const step = totp_step(now);
  for (std::int64_t offset = -3; offset <= 3; ++offset) {
    auto const found = matching_step(secret(), totp_code(secret(), step + offset), now, -1);
    auto const expected = offset >= -1 && offset <= 1 ? std::optional(step + offset) : std::nullopt;
    EXPECT_EQ(found, expected) << offset;
  }
}

TEST(Totp, AUsedStepAndEarlierOnesAreRefused) {
  auto const now = at_second(1111111111);
  auto const step = totp_step(now);
  EXPECT_EQ(matching_step(secret(), totp_code(secret(), step), now, step), std::nullopt);
  EXPECT_EQ(matching_step(secret(), totp_code(secret(), step - 1), now, step), std::nullopt);
  EXPECT_EQ(matching_step(secret(), totp_code(secret(), step + 1), now, step), step + 1);
}

TEST(Totp, OtherTextIsNoCode) {
  auto const now = at_second(1111111111);
  for (auto const* const text : {"", "50471", "0504710", "05047x", "      "}) {
    EXPECT_EQ(matching_step(secret(), text, now, -1), std::nullopt) << text;
  }
}

TEST(Totp, WritesTheUriOfAuthenticatorApps) {
  EXPECT_EQ(totp_uri(secret(), "HARMONIA Co", "support-01"),
            "otpauth://totp/HARMONIA%20Co:support-01?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=HARMONIA%20Co");
}

}  // namespace
}  // namespace kelisim::identity
