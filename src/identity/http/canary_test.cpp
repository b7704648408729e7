// I24, I26, I27: what people entrust to us lies nowhere in the open.
#include "testing/identity_fixture.h"

#include "byte_scan.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view client_phone = "+77000000061";
constexpr std::string_view staff_phone = "+77000000062";
constexpr std::string_view unknown_phone = "+77000000063";

class Canary : public IdentityFixture {
 protected:
  /// All that the engine keeps: the folder of SQLite, or that of the cluster with its log.
  std::filesystem::path folder() {
    if (GetParam() == db::Engine::sqlite) return home().folder();
    std::string const conninfo = std::getenv("KELISIM_TEST_PG");
    auto const from = conninfo.find("host=") + 5;
    return conninfo.substr(from, conninfo.find(' ', from) - from);
  }

  /// A whole life: registered, signed in by right and wrong codes, questionnaire, corrections, staff reads, blocked.
  void live() {
    auto const token = register_client(client_phone).token;
    auto const id = person_of(client_phone).str();
    ask({.route = "change_settings",
         .body = {{"language", "ru"}, {"zone", "Asia/Almaty"}, {"email", "canary.mailbox@canary.example"}},
         .token = token});
    boost::json::object form{{"display_name", "Канарейкина-Лотос"},
                             {"age", 33},
                             {"prior_experience", true},
                             {"concern_topic", "other"},
                             {"declares_truth", true},
                             {"concern_text", "canary concern: қатты шаршадым"}};
    ask({.route = "save_questionnaire", .body = form, .token = token});
    form["display_name"] = "Second Canary Name";
    ask({.route = "save_questionnaire", .body = form, .token = token});
    form["age"] = 12;
    ask({.route = "save_questionnaire", .body = form, .token = token});
    advance(1h);
    auto const asked = ask({.route = "request_sign_in_code", .body = {{"phone", client_phone}}});
    ask({.route = "sign_in", .body = {{"challenge_id", asked.text("challenge_id")}, {"code", "999999x"}}});
    ask({.route = "request_sign_in_code", .body = {{"phone", unknown_phone}}});
    advance(1min);
    ask({.route = "register", .body = registration(unknown_phone), .address = "203.0.113.77"});

    auto const staff = make_staff(staff_phone, Role::administrator);
    auto const staff_token = sign_in_staff(staff_phone, staff.person).token;
    ask({.route = "search_person", .body = {{"phone", client_phone}, {"purpose", "booking"}}, .token = staff_token});
    ask({.route = "read_person", .token = staff_token, .path = {{"id", id}}, .query = {{"purpose", "booking"}}});
    ask({.route = "access_log", .token = token});
    ask({.route = "correct_email",
         .body = {{"email", "canary.second@canary.example"},
                  {"reason", "canary.mailbox bounced"},
                  {"purpose", "security"}},
         .token = staff_token,
         .path = {{"id", id}}});
    auto const person = person_of(client_phone);
    write([&](db::Tx& tx) { EXPECT_TRUE(people_.block(tx, person, staff.person, now_)); });
    tokens_ = {token, staff_token, staff.totp_uri.substr(staff.totp_uri.find("secret=") + 7, 32)};
  }

  std::vector<std::string> tokens_;
};

TEST_P(Canary, NothingPersonalLiesInAnyFileOrLog) {
  std::vector<std::string> words{"77000000061",        "77000000062",    "77000000063",    "Канарейкина",
                                 "Second Canary Name", "canary concern", "қатты шаршадым", "canary.mailbox",
                                 "canary.example",     "Aliya Example",  "Example/1.0",    "203.0.113.77"};
  ::testing::internal::CaptureStderr();
  ::testing::internal::CaptureStdout();
  live();
  auto const logged = ::testing::internal::GetCapturedStdout() + ::testing::internal::GetCapturedStderr();
  words.insert(words.end(), tokens_.begin(), tokens_.end());
  EXPECT_THAT(test::found_under(folder(), words), IsEmpty());
  for (auto const& word : words) EXPECT_EQ(logged.find(word), std::string::npos) << word;
}

// The scan itself: it finds a word that does lie in the open, in each spelling.
TEST_P(Canary, TheScanFindsWhatLiesInTheOpen) {
  write([](db::Tx& tx) { tx.execute(db::Sql{"test.table", "CREATE TABLE canary_open (word TEXT)"}); });
  constexpr std::string_view word = "Жоғалған canary";
  auto const plant = [&](std::string const& text) {
    write([&](db::Tx& tx) { tx.execute(db::Sql{"test.plant", "INSERT INTO canary_open VALUES ($1)"}, text); });
  };
  EXPECT_THAT(test::found_under(folder(), {std::string(word)}), IsEmpty());
  plant(std::string(word));
  EXPECT_THAT(test::found_under(folder(), {std::string(word)}), Not(IsEmpty()));
  plant("a" + test::scan::hex("second canary", "0123456789abcdef"));
  EXPECT_THAT(test::found_under(folder(), {"second canary"}), Not(IsEmpty()));
  plant("eHRoaXJkIGNhbmFyeQ==");  // base64 of "xthird canary"
  EXPECT_THAT(test::found_under(folder(), {"third canary"}), Not(IsEmpty()));
}

KELISIM_ON_BOTH_ENGINES(Canary);

}  // namespace
}  // namespace kelisim::identity
