// News about products: in the account for everybody, outside of it for those who opted in.
#include "clause_mark.h"
#include "story.h"

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::test {
namespace {

using boost::json::object;

class News : public ::testing::Test {
 protected:
  Story story;
  Actor& opted_in = story.client("a", "+77010000001");
  Actor& not_opted_in = story.client("b", "+77010000002");
  Actor& administrator = story.staff("administrator");

  News() {
    story.register_email(opted_in, "a@mail.example", "ru");
    story.register_email(not_opted_in, "b@mail.example", "ru");
    story.settle();
    story.business().carriers().forget();
  }

  boost::json::value choose(Actor& who, bool email, bool sms) {
    return story.expect(who.visitor.put("/v1/me/news-choice", object{{"email", email}, {"sms", sms}}), 200);
  }
  static object texts() {
    object all;
    for (auto const* const language : {"ru", "kk", "en"}) {
      all[language] = object{{"title", fmt::format("Группы {}", language)}, {"body", "Теперь есть и группы."}};
    }
    return all;
  }
  void publish() {
    auto const made = administrator.visitor.post("/v1/staff/news", object{{"texts", texts()}});
    (void)story.expect(made, 201);
  }
  /// To whom something left since the last look.
  Lines left() {
    story.settle();
    Lines lines;
    for (auto const& one : story.business().carriers().all()) lines.push_back(one.to);
    std::ranges::sort(lines);
    return lines;
  }
  Sent sent_to(std::string const& destination) {
    auto const all = story.business().carriers().all();
    return *std::ranges::find(all, destination, &Sent::to);
  }
  std::string token_in(std::string const& text) {
    auto const from = text.find("/unsubscribe/") + std::string("/unsubscribe/").size();
    return text.substr(from, text.find_first_of(" \n", from) - from);
  }
  Answer unsubscribe(std::string const& token) {
    return story.visitor("somebody", "").visitor.post("/v1/unsubscriptions", object{{"token", token}});
  }
};

TEST_F(News, go_out_to_those_who_opted_in_and_stand_in_every_account) {
  CLAUSE("HAR-4.1.2a");
  EXPECT_FALSE(has(story.expect(opted_in.visitor.get("/v1/me/news-choice"), 200), "email_since"))
      << "off from the start";
  auto const chosen = choose(opted_in, true, false);
  EXPECT_EQ(text_at(chosen, "email_since"), to_rfc3339(story.now()));
  EXPECT_EQ(text_at(chosen, "clause.id"), "HAR-4.1.2a");
  story.pass(std::chrono::microseconds(1));
  publish();
  EXPECT_EQ(left(), Lines{"a@mail.example"});
  EXPECT_EQ(sent_to("a@mail.example").subject, "HARMONIA: Группы ru");
  EXPECT_THAT(sent_to("a@mail.example").text, ::testing::HasSubstr("/unsubscribe/"));
  for (auto* const who : {&opted_in, &not_opted_in}) {
    auto const news = story.expect(who->visitor.get("/v1/news"), 200);
    ASSERT_EQ(at(news, "items").as_array().size(), 1U);
    EXPECT_THAT(text_at(news, "items.0.title"), ::testing::StartsWith("Группы"));
  }
  EXPECT_EQ(story.visitor("somebody", "").visitor.get("/v1/news").status, 401);
}

TEST_F(News, end_by_the_link_of_the_letter_without_signing_in) {
  CLAUSE("HAR-4.1.2a");
  (void)choose(opted_in, true, true);
  story.pass(std::chrono::microseconds(1));
  publish();
  EXPECT_EQ(left(), (Lines{"+77010000001", "a@mail.example"}));
  auto const token = token_in(sent_to("a@mail.example").text);
  EXPECT_EQ(token_in(sent_to("+77010000001").text).size(), token.size());
  EXPECT_EQ(text_at(story.expect(unsubscribe(token), 200), "channel"), "email");
  EXPECT_EQ(unsubscribe(token).status, 200) << "once more changes nothing";
  EXPECT_EQ(unsubscribe("AAAAAAAAAAAAAAAAAAAAAA").status, 404);
  auto const choice = story.expect(opted_in.visitor.get("/v1/me/news-choice"), 200);
  EXPECT_FALSE(has(choice, "email_since"));
  EXPECT_TRUE(has(choice, "sms_since")) << "each channel by itself";
  story.business().carriers().forget();
  publish();
  EXPECT_EQ(left(), Lines{"+77010000001"});

  (void)choose(opted_in, true, false);
  EXPECT_EQ(unsubscribe(token).status, 200);
  EXPECT_TRUE(has(story.expect(opted_in.visitor.get("/v1/me/news-choice"), 200), "email_since"))
      << "an old letter does not end a newer opt-in";
}

TEST_F(News, withdrawn_before_it_leaves_a_message_is_dropped) {
  CLAUSE("HAR-4.1.2a");
  (void)choose(opted_in, true, false);
  story.pass(std::chrono::microseconds(1));
  publish();
  story.business().business().jobs().run_due(2);  // the pages of both channels; their messages wait
  (void)choose(opted_in, false, false);
  EXPECT_EQ(left(), Lines{});
}

TEST_F(News, are_written_in_every_language_of_the_brand_by_an_administrator) {
  auto some = texts();
  some.erase("kk");
  EXPECT_EQ(administrator.visitor.post("/v1/staff/news", object{{"texts", some}}).status, 400);
  some = texts();
  some["de"] = some["ru"];
  EXPECT_EQ(administrator.visitor.post("/v1/staff/news", object{{"texts", some}}).status, 400);
  EXPECT_EQ(story.staff("support").visitor.post("/v1/staff/news", object{{"texts", texts()}}).status, 403);
}

}  // namespace
}  // namespace kelisim::test
