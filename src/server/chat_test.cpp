// The chat of a session over both engines: what is kept, shown, repeated, refused and forgotten.
#include "testing/one_session.h"

namespace kelisim::server {
namespace {

class Chat : public Session {
 protected:
  static void say(Visit const& visit, std::string const& mark, std::string const& text) {
    visit.listener->heard(bj::serialize(bj::object{{"type", "say"}, {"mark", mark}, {"text", text}}));
  }
  bj::array messages(PersonId who, Role role) {
    return ask("get_messages", who, role, id_).body.at("messages").as_array();
  }
  bj::array messages() { return messages(*client_, Role::client); }
  static std::string line(bj::value const& message) {
    return std::to_string(message.at("number").as_int64()) + " " + std::string(message.at("who").as_string()) + ": " +
           std::string(message.at("text").as_string());
  }
};
KELISIM_ON_BOTH_ENGINES(Chat);

TEST_P(Chat, BothAreShownWhatIsKeptInTheOrderOfItsNumbers) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  say(client, "client-1", "one");
  ASSERT_TRUE(hears(specialist, R"("text":"one")") && hears(client, R"("mark":"client-1")"));
  say(specialist, "specialist-1", "two\nlines");
  ASSERT_TRUE(hears(client, R"(two\nlines)"));
  auto const seen = messages();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(line(seen[0]), "1 client: one");
  EXPECT_EQ(line(seen[1]), "2 specialist: two\nlines");
  EXPECT_EQ(seen[0].at("said_at").as_string(), to_rfc3339(astana(20)));
  EXPECT_EQ(messages(*specialist_, Role::specialist), seen);
  EXPECT_EQ(ask("get_messages", *stranger_, Role::client, id_).status, 404);
}

TEST_P(Chat, WhatIsSaidAgainUnderItsMarkIsKeptOnceAndAnsweredAsItWas) {
  auto const first = client_enters(astana(20));
  say(first, "the-same-mark", "once");
  ASSERT_TRUE(hears(first, "once"));
  auto const again = client_enters(astana(20, 1));  // the answer to the first was lost with its connection
  say(again, "the-same-mark", "once");
  ASSERT_TRUE(hears(again, R"("number":1,"mark":"the-same-mark")"));
  auto const specialist = specialist_enters(astana(20, 1));
  say(again, "the-same-mark", "once");
  say(again, "another-mark", "twice");
  ASSERT_TRUE(hears(specialist, "twice"));
  EXPECT_FALSE(specialist.browser->heard("once")) << "the other side was shown it when it was kept";
  say(specialist, "the-same-mark", "a mark is of its author");
  ASSERT_TRUE(hears(specialist, R"("number":3)"));
  EXPECT_EQ(messages().size(), 3U);
}

TEST_P(Chat, AMinuteTakesTwentyOfOneSideAndTheNextTakesMore) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  for (int i = 0; i < 20; ++i) say(client, "of-the-minute-" + std::to_string(i), "quick");
  ASSERT_TRUE(hears(client, R"("number":20)"));
  say(client, "one-too-many", "quick");
  ASSERT_TRUE(hears(client, R"({"type":"refused","mark":"one-too-many","code":"too_fast"})"));
  say(specialist, "the-other-side", "calm");
  ASSERT_TRUE(hears(specialist, R"("number":21)"));
  clock_.set(astana(20, 1) - Duration(1));
  say(client, "still-in-the-minute", "quick");
  ASSERT_TRUE(hears(client, R"("mark":"still-in-the-minute","code":"too_fast")"));
  clock_.set(astana(20, 1));
  say(client, "still-in-the-minute", "quick");
  ASSERT_TRUE(hears(client, R"("number":22,"mark":"still-in-the-minute")"));
}

TEST_P(Chat, WhatIsNoMessageOfTheRoomEndsTheConnectionAndKeepsNothing) {
  auto const client = client_enters(astana(20));
  for (std::string const words :
       {R"({"type":"signal","signal":{"number":1e999}})", R"({"type":"beat","type":"leave"})",
        R"({"type":"say","text":"no mark"})", R"({"type":"say","mark":"short","text":"a mark of five"})",
        R"({"type":"say","mark":"a-good-mark","text":"more","than":"is asked"})",
        R"({"type":"say","mark":"a-good-mark","text":7})"}) {
    client.listener->heard(words);
  }
  say(client, "the-last-one", "kept");
  ASSERT_TRUE(hears(client, "the-last-one"));  // this socket does not close by itself
  EXPECT_EQ(messages().size(), 1U);
}

TEST_P(Chat, WhoDoesNotHoldTheSeatIsNotHeard) {
  auto const first = client_enters(astana(20));
  auto const second = client_enters(astana(20, 1));
  say(first, "of-the-one-before", "from a page that gave way");
  say(second, "of-the-one-there", "from the page that is there");
  ASSERT_TRUE(hears(second, "of-the-one-there"));
  business_.database().write_now([](db::Tx&) {}, db::Lane::ordinary);
  EXPECT_EQ(messages().size(), 1U);
}

TEST_P(Chat, IsAmongTheDataOfBothAndUnreadableOnceTheClientIsErased) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  say(client, "of-the-client", "my words");
  ASSERT_TRUE(hears(specialist, "my words"));
  say(specialist, "of-the-specialist", "their words");
  ASSERT_TRUE(hears(client, "their words"));
  auto const data = [&](PersonId who, Role role) {
    return ask("own_data", who, role, "").body.at("session_messages").as_array();
  };
  auto const of_client = data(*client_, Role::client);
  ASSERT_EQ(of_client.size(), 2U);
  EXPECT_EQ(of_client[0].at("text").as_string(), "their words");
  EXPECT_FALSE(of_client[0].at("own").as_bool());
  EXPECT_TRUE(of_client[1].at("own").as_bool());
  auto const of_specialist = data(*specialist_, Role::specialist);
  ASSERT_EQ(of_specialist.size(), 1U) << "the words of the client are the client's";
  EXPECT_EQ(of_specialist[0].at("text").as_string(), "their words");

  privacy::Vault const vault(business_.keys(), random_);
  business_.database().write_now([&](db::Tx& tx) { vault.destroy(tx, *client_, clock_.now()); });
  for (auto const& message : messages(*specialist_, Role::specialist)) {
    EXPECT_FALSE(message.as_object().contains("text"));
  }
}

class Share : public Session {
 protected:
  static void shares(Visit const& visit, bool on) {
    visit.listener->heard(on ? R"({"type":"share","on":true})" : R"({"type":"share","on":false})");
  }
};
KELISIM_ON_BOTH_ENGINES(Share);

TEST_P(Share, BothAreToldWhoseScreenIsShownAndItIsOneAtATime) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  shares(specialist, true);
  EXPECT_TRUE(specialist.browser->heard(R"("sharing":"you")"));
  EXPECT_TRUE(client.browser->heard(R"("sharing":"other")"));
  shares(client, true);
  EXPECT_TRUE(client.browser->heard(R"({"type":"not_shared","code":"other_shares"})"));
  shares(client, false);
  EXPECT_FALSE(client.browser->heard(R"("sharing":"you")"));
  shares(specialist, false);
  shares(client, true);
  EXPECT_TRUE(client.browser->heard(R"("sharing":"you")"));
  EXPECT_TRUE(specialist.browser->heard(R"("sharing":"other")"));
  auto const again = client_enters(astana(20, 1));
  shares(specialist, true);
  EXPECT_FALSE(specialist.browser->heard("not_shared")) << "whose page is gone shows nothing any more";
}

TEST_P(Share, OnlySaysThatAScreenIsShownAndIsInNoRecord) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  shares(client, true);
  pass_to(astana(20, 50));
  auto const presence = ask("get_presence", *client_, Role::client, id_).body;
  EXPECT_EQ(bj::serialize(presence).find("shar"), std::string::npos);
  EXPECT_TRUE(presence.at("modes").as_array().empty());
  EXPECT_TRUE(presence.at("hearings").as_array().empty());
}

}  // namespace
}  // namespace kelisim::server
