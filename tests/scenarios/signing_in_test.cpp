#include "clause_mark.h"
#include "story.h"

#include <gtest/gtest.h>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::microseconds;
using std::chrono::minutes;

class SigningIn : public ::testing::Test {
 protected:
  Story story;

  Answer enter(Actor& who, std::string const& challenge, std::string const& code) {
    return who.visitor.post("/v1/sessions", object{{"challenge_id", challenge}, {"code", code}},
                            {.headers = {{"Kelisim-Token", "body"}}});
  }
  std::string code_of(Actor& who) {
    story.settle();
    return story.business().carriers().code_for(who.phone).value();
  }
  static std::string other_than(std::string const& code) { return code == "000000" ? "111111" : "000000"; }
};

TEST_F(SigningIn, a_code_works_once) {
  CLAUSE("HAR-1.account.e");
  auto& who = story.visitor("visitor", "+77010000031");
  auto const challenge = story.start_registration(who);
  auto const code = code_of(who);
  EXPECT_EQ(enter(who, challenge, code).status, 200);
  auto const again = enter(who, challenge, code);
  EXPECT_EQ(again.status, 422) << again.body;
  EXPECT_EQ(text_at(again.json(), "code"), "code_used");
}

TEST_F(SigningIn, a_code_lives_five_minutes) {
  CLAUSE("HAR-1.account.e");
  auto& in_time = story.visitor("in time", "+77010000032");
  auto const first = story.start_registration(in_time);
  auto const first_code = code_of(in_time);
  story.pass(minutes(5));
  EXPECT_EQ(enter(in_time, first, first_code).status, 200);
  auto& late = story.visitor("late", "+77010000033");
  auto const second = story.start_registration(late);
  auto const second_code = code_of(late);
  story.pass(minutes(5) + microseconds(1));
  EXPECT_EQ(text_at(enter(late, second, second_code).json(), "code"), "code_expired");
}

TEST_F(SigningIn, after_five_wrong_codes_the_right_one_is_too_late) {
  CLAUSE("HAR-1.account.e");
  auto& who = story.visitor("visitor", "+77010000034");
  auto const challenge = story.start_registration(who);
  auto const code = code_of(who);
  for (int tries = 0; tries < 5; ++tries) EXPECT_EQ(enter(who, challenge, other_than(code)).status, 422);
  auto const answer = enter(who, challenge, code);
  EXPECT_EQ(answer.status, 429) << answer.body;
  EXPECT_EQ(text_at(answer.json(), "code"), "code_too_many_tries");
}

TEST_F(SigningIn, a_new_code_does_not_forget_the_failures_of_the_day) {
  auto& who = story.newcomer("client", "+77010000035");
  int refused = 0;
  for (int round = 0; round < 5; ++round) {
    story.pass(minutes(2));
    auto const asked = who.visitor.post("/v1/sign-in/codes", object{{"phone", who.phone}});
    if (asked.status != 200) {
      ++refused;
      continue;
    }
    auto const challenge = text_at(asked.json(), "challenge_id");
    auto const code = code_of(who);
    for (int tries = 0; tries < 4; ++tries) refused += enter(who, challenge, other_than(code)).status == 429 ? 1 : 0;
  }
  EXPECT_GT(refused, 0) << "fifteen failures of one number in a day are the end of it";
}

TEST_F(SigningIn, an_unknown_number_is_answered_like_a_known_one_and_gets_nothing) {
  CLAUSE("HAR-1.account.e");
  auto& known = story.newcomer("client", "+77010000036");
  auto& unknown = story.visitor("stranger", "+77010000037");
  story.pass(minutes(2));
  auto const sent_before = story.business().carriers().count();
  auto const one = unknown.visitor.post("/v1/sign-in/codes", object{{"phone", unknown.phone}});
  story.settle();
  EXPECT_EQ(story.business().carriers().count(), sent_before);
  auto const other = known.visitor.post("/v1/sign-in/codes", object{{"phone", known.phone}});
  story.settle();
  EXPECT_EQ(story.business().carriers().count(), sent_before + 1);
  EXPECT_EQ(one.status, other.status);
  EXPECT_EQ(one.json().as_object().size(), other.json().as_object().size());
  EXPECT_EQ(text_at(one.json(), "expires_at"), text_at(other.json(), "expires_at"));
}

TEST_F(SigningIn, whoever_signs_out_is_nobody_at_once) {
  auto& client = story.client("client", "+77010000038");
  EXPECT_EQ(client.visitor.get("/v1/me").status, 200);
  EXPECT_EQ(client.visitor.del("/v1/sessions/current").status, 204);
  EXPECT_EQ(client.visitor.get("/v1/me").status, 401);
}

TEST_F(SigningIn, the_text_that_was_accepted_can_be_downloaded_and_is_that_text) {
  CLAUSE("HAR-1.acceptance.a");
  CLAUSE("HAR-0a");
  auto& client = story.client("client", "+77010000039");
  auto const accepted = client.visitor.get("/v1/me/acceptances").json();
  int offers = 0;
  for (auto const& one : at(accepted, "items").as_array()) {
    offers += text_at(one, "document") == "offer" ? 1 : 0;
    auto const place = "/v1/offers/" + text_at(one, "document") + "/" + text_at(one, "version");
    auto const edition = client.visitor.get(place + "?lang=en").json();
    EXPECT_EQ(text_at(edition, "edition.content_hash"), text_at(one, "content_hash"));
    EXPECT_EQ(client.visitor.get(place + "/text?lang=en").status, 200);
  }
  EXPECT_EQ(offers, 1);
}

}  // namespace
}  // namespace kelisim::test
