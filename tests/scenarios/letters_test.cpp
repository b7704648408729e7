// E-mail to the support address: a letter from a registered address becomes a request of that account.
#include "byte_scan.h"
#include "clause_mark.h"
#include "story.h"

#include "letters/spool.h"

#include <gmock/gmock.h>

#include <fmt/format.h>

namespace kelisim::test {
namespace {

using boost::json::object;

class Letters : public ::testing::Test {
 protected:
  Story story;
  Actor& client = story.client("client", "+77010000001");
  SystemRandom random;

  Letters() { story.register_email(client, "client@mail.example", "ru"); }

  int arrive(std::string const& from, std::string const& text = "Стул сломался, перенесите сессию",
             std::string const& headers = "") {
    auto& business = story.business().business();
    auto const letter = letters::read_letter(
        fmt::format("{}From: {}\r\nSubject: Hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n", headers,
                    from, text),
        "mx.harmonia.example");
    letters::Spool(story.business().data() / "inbox", business.keys(), random).put(letter.value());
    return business.take_letters();
  }
  boost::json::array claims(Actor& who) {
    return at(story.expect(who.visitor.get("/v1/claims"), 200), "claims").as_array();
  }
};

TEST_F(Letters, from_a_registered_address_become_a_request_that_says_that_a_sender_proves_nothing) {
  CLAUSE("HAR-4.2.14a");
  EXPECT_EQ(arrive("Client <CLIENT@mail.example>", "Стул сломался",
                   "Authentication-Results: mx.harmonia.example; dkim=fail\r\n"),
            1);
  ASSERT_EQ(claims(client).size(), 1U);
  auto const id = text_at(claims(client)[0], "id");
  auto const request = story.expect(client.visitor.get("/v1/claims/" + id), 200);
  EXPECT_EQ(text_at(request, "standing"), "question");
  EXPECT_THAT(text_at(request, "text"),
              ::testing::AllOf(::testing::HasSubstr("ничего не доказывает"), ::testing::HasSubstr("НЕВЕРНА"),
                               ::testing::HasSubstr("Hello"), ::testing::EndsWith("Стул сломался")));
  auto const timeline = story.expect(
      story.staff("support").visitor.get("/v1/staff/people/" + client.id + "/timeline?purpose=client_request"), 200);
  bool told = false;
  for (auto const& entry : at(timeline, "items").as_array()) {
    if (text_at(entry, "kind") != "letters.received") continue;
    told = true;
    EXPECT_EQ(text_at(entry, "clause.id"), "HAR-4.2.14a");
    EXPECT_EQ(text_at(entry, "detail"), "failed");
  }
  EXPECT_TRUE(told);
  story.business().stop();
  EXPECT_THAT(found_under(story.business().data(), {"Стул сломался", "client@mail.example"}), ::testing::IsEmpty());
}

TEST_F(Letters, of_unknown_shared_and_automatic_senders_stay_in_the_mailbox) {
  CLAUSE("HAR-4.2.14a");
  EXPECT_EQ(arrive("stranger@mail.example"), 0);
  EXPECT_EQ(arrive("client@mail.example", "I am away", "Auto-Submitted: auto-replied\r\n"), 0);
  auto& other = story.client("other", "+77010000002");
  story.register_email(other, "Client@Mail.Example", "ru");
  EXPECT_EQ(arrive("client@mail.example"), 0) << "two accounts gave this address";
  story.pass(std::chrono::minutes(2));
  story.register_email(other, "other@mail.example", "ru");
  EXPECT_EQ(arrive("client@mail.example"), 1);
  EXPECT_TRUE(claims(other).empty());
  EXPECT_EQ(claims(client).size(), 1U);
  auto const settings = object{{"language", "ru"}, {"zone", "Asia/Almaty"}, {"email", ""}};
  (void)story.expect(client.visitor.put("/v1/me/settings", settings), 200);
  EXPECT_EQ(arrive("client@mail.example"), 0) << "no longer theirs";
}

TEST_F(Letters, beyond_five_open_requests_go_on_in_the_newest) {
  for (int i = 0; i < 6; ++i) EXPECT_EQ(arrive("client@mail.example"), 1) << i;
  auto const all = claims(client);
  ASSERT_EQ(all.size(), 5U);
  auto const newest = story.expect(client.visitor.get("/v1/claims/" + text_at(all[0], "id")), 200);
  EXPECT_EQ(at(newest, "messages").as_array().size(), 1U);
}

TEST_F(Letters, page_of_help_names_the_contacts_at_its_foot) {
  CLAUSE("HAR-4.2.14a");
  auto const page = story.visitor("somebody", "").visitor.get("/urgent");
  ASSERT_EQ(page.status, 200);
  auto const foot = page.body.substr(page.body.find("<footer>"));
  EXPECT_THAT(foot, ::testing::HasSubstr("help@harmonia.example"));
  EXPECT_THAT(foot, ::testing::HasSubstr("tel:+77000000199"));
}

}  // namespace
}  // namespace kelisim::test
