// A downloaded record of a session: whose words it holds, and that no letter of them was changed.
#include "sessions/sealed_record.h"

#include "platform/json/described.h"
#include "sessions/record_seal.h"

#include <gtest/gtest.h>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <array>

namespace kelisim::sessions {
namespace {

constexpr std::array<std::uint8_t, 32> seed{7};
constexpr Instant noon{1'796'616'000'000'000};

std::string body() {
  Clause const clause{"HAR-3.9e", "3.9"};
  ConnectionFacts const facts{
      .session = {noon, noon + std::chrono::minutes(50)}, .stays = {}, .losses = {}, .hearings = {}};
  return json::to_text(SessionRecordBody{
      .booking = "01JD0000000000000000000009",
      .connection = facts,
      .verdict = {FailureSide::none, 0, 0, 0, 0, 0, 0, clause, {}, std::nullopt},
      .attendance =
          {Attendance::held, noon, 0, 0, Money::zero(Currency::KZT), std::nullopt, Payout::usual, clause, {}},
      .signed_at = noon});
}

std::string file(std::string const& said, std::string const& signature, std::string const& key) {
  return boost::json::serialize(boost::json::value{{"body", said}, {"signature", signature}, {"public_key", key}});
}

TEST(RecordFile, IsTheServersWord) {
  RecordSeal const seal(seed);
  auto const text = file(body(), seal.sign(body()), seal.public_key());
  auto const verdict = check_record_file(text, seal.public_key());
  EXPECT_FALSE(verdict.flaw.has_value());
  ASSERT_TRUE(verdict.findings.has_value());
  EXPECT_EQ(verdict.findings->attendance, Attendance::held);
  EXPECT_EQ(verdict.findings->clause, "HAR-3.9e");
  EXPECT_EQ(verdict.findings->signed_at, noon);
  EXPECT_FALSE(check_record_file(text, std::nullopt).flaw.has_value());
}

TEST(RecordFile, IsRefusedInOrderOfItsFlaws) {
  RecordSeal const seal(seed);
  RecordSeal const another(std::array<std::uint8_t, 32>{8});
  auto changed = body();
  changed.replace(changed.find("held"), 4, "none");
  EXPECT_EQ(check_record_file("nothing", std::nullopt).flaw, RecordFlaw::unreadable);
  EXPECT_EQ(check_record_file("[]", std::nullopt).flaw, RecordFlaw::unreadable);
  EXPECT_EQ(check_record_file(file("", "", ""), std::nullopt).flaw, RecordFlaw::unreadable);
  EXPECT_EQ(check_record_file(file(changed, seal.sign(body()), seal.public_key()), std::nullopt).flaw,
            RecordFlaw::not_signed);
  EXPECT_EQ(check_record_file(file(body(), another.sign(body()), seal.public_key()), std::nullopt).flaw,
            RecordFlaw::not_signed);
  EXPECT_EQ(check_record_file(file(body(), another.sign(body()), another.public_key()), seal.public_key()).flaw,
            RecordFlaw::other_key);
}

}  // namespace
}  // namespace kelisim::sessions
