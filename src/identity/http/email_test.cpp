// The address in the account: asked for, proved by a code that goes to it, and kept.
#include "testing/identity_fixture.h"

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view lotus = "lotus@mail.example";

class Email : public IdentityFixture {
 protected:
  void SetUp() override {
    token_ = register_client("+77000000001").token;
    id_ = ask({.route = "me", .token = token_}).text("id");
  }
  Answer enter_address(std::string_view address) {
    return ask({.route = "change_settings",
                .body = {{"language", "ru"}, {"zone", "Asia/Almaty"}, {"email", address}},
                .token = token_});
  }
  Answer prove(std::string_view code) {
    return ask({.route = "prove_email", .body = {{"code", code}}, .token = token_});
  }
  Answer me() { return ask({.route = "me", .token = token_}); }
  std::string const& code() { return sender_.letters().back().code; }
  std::string wrong() { return code() == "000000" ? "111111" : "000000"; }
  std::optional<std::string> registered() {
    return database().read_now([&](db::Tx& tx) { return people_.email(tx, *PersonId::parse(id_)); });
  }

  std::string token_;
  std::string id_;
};

TEST_P(Email, IsRegisteredWhenTheCodeFromTheLetterIsEntered) {
  CLAUSE("HAR-4.4.3b");
  EXPECT_FALSE(me().has("email")) << "the account page asks for it";
  auto const asked = enter_address(lotus);
  EXPECT_EQ(asked.status, 200);
  EXPECT_EQ(asked.text("email_to_prove"), lotus);
  EXPECT_FALSE(asked.has("email")) << "nobody has shown yet that it is theirs";
  ASSERT_EQ(sender_.letters().size(), 1U);
  EXPECT_EQ(sender_.letters().front().phone, lotus);
  EXPECT_EQ(registered(), std::nullopt);

  auto const refused = prove(wrong());
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.code(), "email_code_wrong");
  EXPECT_EQ(refused.clause(), "HAR-4.4.3b");
  auto const proved = prove(code());
  EXPECT_EQ(proved.status, 200);
  EXPECT_EQ(proved.text("email"), lotus);
  EXPECT_FALSE(proved.has("email_to_prove"));
  EXPECT_EQ(registered(), lotus);
  EXPECT_EQ(prove(code()).code(), "email_code_used");
}

TEST_P(Email, ACodeLivesAnHourAndBearsFiveTries) {
  CLAUSE("HAR-4.4.3b");
  EXPECT_EQ(prove("123456").code(), "no_email_to_prove");
  EXPECT_EQ(enter_address(lotus).status, 200);
  auto const issued_at = now_;
  now_ = issued_at + settings_.email_code_life + std::chrono::microseconds(1);
  EXPECT_EQ(prove(code()).code(), "email_code_expired");
  EXPECT_FALSE(me().has("email_to_prove"));
  now_ = issued_at + settings_.email_code_life;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(prove(wrong()).code(), "email_code_wrong") << i;
  EXPECT_EQ(prove(code()).code(), "email_code_too_many_tries") << "the sixth try is none, right or wrong";
  EXPECT_EQ(registered(), std::nullopt);
  EXPECT_EQ(enter_address(lotus).status, 200) << "a new letter, a new code";
  EXPECT_EQ(prove(code()).status, 200);
}

TEST_P(Email, AMailboxIsNotFlooded) {
  EXPECT_EQ(enter_address(lotus).status, 200);
  now_ = now_ + settings_.resend_after - std::chrono::microseconds(1);
  EXPECT_EQ(enter_address(lotus).code(), "email_code_too_soon");
  EXPECT_EQ(enter_address("other@mail.example").code(), "email_code_too_soon");
  now_ = now_ + std::chrono::microseconds(1);
  for (int letter = 1; letter < settings_.email_codes_per_day; ++letter) {
    EXPECT_EQ(enter_address(lotus).status, 200) << letter;
    advance(settings_.resend_after);
  }
  EXPECT_EQ(enter_address(lotus).code(), "email_codes_too_many_today");
  EXPECT_EQ(static_cast<int>(sender_.letters().size()), settings_.email_codes_per_day);
  advance(24h);
  EXPECT_EQ(enter_address(lotus).status, 200);
}

TEST_P(Email, TheRegisteredOneStaysUntilAnotherIsProved) {
  CLAUSE("HAR-4.4.3b");
  EXPECT_EQ(enter_address(lotus).status, 200);
  auto const first = code();
  EXPECT_EQ(prove(first).status, 200);
  advance(settings_.resend_after);
  auto const changed = enter_address("new@mail.example");
  EXPECT_EQ(changed.text("email"), lotus);
  EXPECT_EQ(changed.text("email_to_prove"), "new@mail.example");
  EXPECT_EQ(registered(), lotus);
  EXPECT_EQ(prove(first).code(), "email_code_wrong") << "a code is of its address alone";
  EXPECT_EQ(prove(code()).text("email"), "new@mail.example");

  auto const same = enter_address("new@mail.example");
  EXPECT_EQ(same.status, 200);
  EXPECT_FALSE(same.has("email_to_prove")) << "the registered address asks for nothing";
  EXPECT_EQ(ask({.route = "change_settings", .body = {{"language", "kk"}, {"zone", "Asia/Almaty"}}, .token = token_})
                .text("email"),
            "new@mail.example");
  EXPECT_FALSE(enter_address("").has("email"));
  EXPECT_EQ(registered(), std::nullopt);
}

KELISIM_ON_BOTH_ENGINES(Email);

}  // namespace
}  // namespace kelisim::identity
