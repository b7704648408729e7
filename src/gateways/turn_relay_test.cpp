#include "gateways/turn_relay.h"

#include "kernel/fault.h"

#include <gtest/gtest.h>

namespace kelisim::gateways {
namespace {

constexpr Instant now{1'796'616'000'000'000};  // 2026-12-07T04:00:00Z

PersonId person(std::string_view last) {
  return PersonId::parse("01JD0000000000000000000" + std::string(last)).value();
}

TurnRelay relay_at(Clock const& clock, std::string secret = "a secret of tests") {
  return TurnRelay({{"turn:relay.example:3478?transport=udp"}, std::move(secret)}, clock);
}

TEST(TurnRelay, SignsAnEndTenMinutesAheadAsTheRelayChecksIt) {
  MovableClock const clock(now);
  auto const access = relay_at(clock).admit("booking", person("001"));
  EXPECT_EQ(access.urls, (std::vector<std::string>{"turn:relay.example:3478?transport=udp"}));
  EXPECT_EQ(access.username, "1796616600:yS5BBMzeBJ3iRjQ4ecznvR");
  EXPECT_EQ(access.credential, "Jlfq0+uVNj57VEVrEMwzKL2W1OE=");  // by the openssl command
}

TEST(TurnRelay, KnowsOnePersonInOneBookingByOneNameAndTellsEverybodyElseApart) {
  MovableClock clock(now);
  auto relay = relay_at(clock);
  auto const id = [](sessions::RelayAccess const& access) { return access.username.substr(11); };
  auto const first = relay.admit("booking", person("001"));
  clock.advance(std::chrono::minutes(5));
  auto const later = relay.admit("booking", person("001"));
  EXPECT_EQ(id(later), id(first));
  EXPECT_NE(later.credential, first.credential);
  EXPECT_NE(id(relay.admit("other", person("001"))), id(first));
  EXPECT_NE(id(relay.admit("booking", person("002"))), id(first));
  EXPECT_NE(id(relay_at(clock, "another").admit("booking", person("001"))), id(first));
}

TEST(TurnRelay, NamesNobody) {
  MovableClock const clock(now);
  auto const access = relay_at(clock).admit("01JD0000000000000000000009", person("001"));
  EXPECT_EQ(access.username.find("01JD0000"), std::string::npos);
  EXPECT_EQ(access.username.find_first_of("+/"), std::string::npos);
}

TEST(RelayUrls, AreReadAsAList) {
  EXPECT_EQ(read_relay_urls("turn:a.example:3478?transport=udp,turns:[2001:db8::1]:443?transport=tcp", false),
            (std::vector<std::string>{"turn:a.example:3478?transport=udp", "turns:[2001:db8::1]:443?transport=tcp"}));
}

TEST(RelayUrls, OfOtherKindsAreRefused) {
  for (auto const* text : {"", "https://a.example", "turn:", "turn:a.example,", "turn:?transport=udp", "a.example"}) {
    EXPECT_THROW((void)read_relay_urls(text, true), Fault) << text;
  }
}

TEST(RelayUrls, OfThisMachineServeASandboxAlone) {
  for (auto const* text : {"turn:localhost:3478", "turn:127.0.0.1:3478", "turns:[::1]:443", "turn:localhost"}) {
    EXPECT_NO_THROW((void)read_relay_urls(text, true)) << text;
    EXPECT_THROW((void)read_relay_urls(text, false), Fault) << text;
  }
}

}  // namespace
}  // namespace kelisim::gateways
