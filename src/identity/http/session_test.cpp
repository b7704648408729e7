#include "clause_mark.h"
#include "testing/identity_fixture.h"

#include <fmt/format.h>

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view client_phone = "+77000000001";

class SignInSession : public IdentityFixture {
 protected:
  Answer sign_in(std::string_view with_token = {}) {
    auto const asked = ask({.route = "request_sign_in_code", .body = {{"phone", client_phone}}});
    return ask({.route = "sign_in",
                .body = {{"challenge_id", asked.text("challenge_id")}, {"code", last_code(client_phone)}},
                .token = std::string(with_token)});
  }
  int me(std::string_view token) { return ask({.route = "me", .token = std::string(token)}).status; }
  void write_out_use() {
    write([&](db::Tx& tx) { authenticator_.note_use(tx); });
  }
};

TEST_P(SignInSession, IsHeldByItsTokenAlone) {
  auto const token = register_client(client_phone).token;
  EXPECT_EQ(me(token), 200);
  EXPECT_EQ(me(""), 401);
  auto other = token;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(me(other), 401);
  EXPECT_EQ(me(token + "A"), 401);
}

// I34: a cookie planted before the sign-in is worth nothing after it.
TEST_P(SignInSession, ASignInGivesANewTokenAndEndsTheOldSession) {
  auto const first = register_client(client_phone).token;
  auto const second = sign_in(first).token;
  EXPECT_NE(first, second);
  EXPECT_EQ(me(first), 401);
  EXPECT_EQ(me(second), 200);
  EXPECT_EQ(ended_.size(), 1U);

  std::string const planted(43, 'A');
  auto const third = sign_in(planted).token;
  EXPECT_NE(third, planted);
  EXPECT_EQ(me(planted), 401);
  EXPECT_EQ(me(second), 200) << "another browser stays signed in";
}

TEST_P(SignInSession, EndsAtOnceAndTellsWhoeverHoldsItsSocket) {
  auto const token = register_client(client_phone).token;
  auto const out = ask({.route = "sign_out", .token = token});
  EXPECT_EQ(out.status, 204);
  EXPECT_TRUE(out.cleared);
  EXPECT_EQ(me(token), 401);
  ASSERT_EQ(ended_.size(), 1U);
  EXPECT_EQ(ask({.route = "sign_out", .token = token}).status, 401);
}

TEST_P(SignInSession, AreListedAndEndedByTheirOwnerOnly) {
  CLAUSE("HAR-4.2.9a");
  auto const here = register_client(client_phone).token;
  advance(1h);
  auto const there = sign_in().token;
  auto const stranger = register_client("+77000000002").token;

  auto const list = ask({.route = "list_sessions", .token = here}).body.at("sessions").as_array();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_FALSE(list[0].at("current").as_bool());
  EXPECT_TRUE(list[1].at("current").as_bool());
  EXPECT_EQ(list[0].at("address").as_string(), "192.0.2.1");
  EXPECT_EQ(list[0].at("device").as_string(), "Example/1.0 (test)");
  std::string const other_id(list[0].at("id").as_string());

  EXPECT_EQ(ask({.route = "end_session", .token = stranger, .path = {{"id", other_id}}}).status, 404);
  EXPECT_EQ(ask({.route = "end_session", .token = here, .path = {{"id", "x"}}}).status, 404);
  EXPECT_EQ(me(there), 200);
  auto const ended = ask({.route = "end_session", .token = here, .path = {{"id", other_id}}});
  EXPECT_EQ(ended.status, 204);
  EXPECT_FALSE(ended.cleared);
  EXPECT_EQ(me(there), 401);
  EXPECT_EQ(ended_, std::vector<std::string>{other_id});

  for (auto const& [language, warning] :
       {std::pair{"ru", "Никому его не сообщайте"}, std::pair{"kk", "Оны ешкімге айтпаңыз"},
        std::pair{"en", "Do not share it with anyone"}}) {
    auto const sms = brand_.notice("otp_code", "sms", language);
    ASSERT_TRUE(sms.has_value());
    EXPECT_NE(sms->find(warning), std::string::npos) << *sms;
  }
}

TEST_P(SignInSession, OfAClientLivesForThirtyDays) {
  auto const token = register_client(client_phone).token;
  advance(std::chrono::days(30) - 1us);
  EXPECT_EQ(me(token), 200);
  advance(1us);
  EXPECT_EQ(me(token), 401);
}

TEST_P(SignInSession, OfStaffLivesForTwelveHoursWithoutAQuarterOfIdleness) {
  auto const staff = make_staff("+77000000050", Role::support);
  auto const signed_in_at = now_;
  auto const token = sign_in_staff("+77000000050", staff.person).token;
  for (int i = 0; i < 4; ++i) {
    advance(15min);
    EXPECT_EQ(me(token), 200);
  }
  advance(15min + 1us);
  EXPECT_EQ(me(token), 401);

  now_ = signed_in_at;
  advance(2h);
  auto const day_start = now_;
  auto const next = sign_in_staff("+77000000050", staff.person).token;
  while (now_ < day_start + 12h - 10min) {
    advance(10min);
    ASSERT_EQ(me(next), 200);
  }
  now_ = day_start + 12h - 1us;
  EXPECT_EQ(me(next), 200);
  advance(1us);
  EXPECT_EQ(me(next), 401);
}

TEST_P(SignInSession, TheLastUseOfStaffOutlivesTheProcess) {
  auto const staff = make_staff("+77000000050", Role::finance);
  auto const token = sign_in_staff("+77000000050", staff.person).token;
  advance(14min);
  EXPECT_EQ(me(token), 200);
  write_out_use();
  advance(14min);
  SessionAuthenticator restarted(keys_, settings_);
  database().read_now([&](db::Tx& tx) { EXPECT_TRUE(restarted.identify(tx, token, now_).has_value()); });
  advance(15min);
  database().read_now([&](db::Tx& tx) { EXPECT_TRUE(restarted.identify(tx, token, now_).has_value()); });
  advance(15min + 1us);
  database().read_now([&](db::Tx& tx) { EXPECT_FALSE(restarted.identify(tx, token, now_).has_value()); });
}

// A session of fifty minutes by video makes no request.
TEST_P(SignInSession, OfASpecialistDoesNotIdleOut) {
  auto const specialist = make_staff("+77000000050", Role::specialist);
  auto const token = sign_in_staff("+77000000050", specialist.person).token;
  advance(12h - 1us);
  EXPECT_EQ(me(token), 200);
  advance(1us);
  EXPECT_EQ(me(token), 401);
}

TEST_P(SignInSession, BeyondTwentyTheOldestEnds) {
  auto const first = register_client(client_phone).token;
  std::string last;
  for (int i = 0; i < 20; ++i) {
    advance(1s);
    last = sign_in().token;
  }
  EXPECT_EQ(me(first), 401);
  EXPECT_EQ(me(last), 200);
  EXPECT_EQ(ask({.route = "list_sessions", .token = last}).body.at("sessions").as_array().size(), 20U);
}

TEST_P(SignInSession, GivesItsTokenInABodyInTheSandboxOnly) {
  EXPECT_FALSE(settings_.token_in_body);
  EXPECT_TRUE(settings_of(brand_, true).token_in_body);
  EXPECT_FALSE(register_client(client_phone).has("token"));
  settings_.token_in_body = true;
  EXPECT_FALSE(sign_in().has("token")) << "only when asked for";
  asked_headers_ = {{"kelisim-token", "body"}};
  auto const asked = sign_in();
  EXPECT_EQ(asked.text("token"), asked.token);
  settings_.token_in_body = false;
  EXPECT_FALSE(sign_in().has("token"));
}

KELISIM_ON_BOTH_ENGINES(SignInSession);

}  // namespace
}  // namespace kelisim::identity
