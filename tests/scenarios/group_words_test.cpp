// What people write to each other in the room of a group event, and the names they come under.
#include "group_event.h"
#include "privacy/vault.h"

namespace kelisim::test {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view rtl_override = "\xE2\x80\xAE";
constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

class GroupWords : public GroupEvent {
 protected:
  GroupWords() {
    (void)registers(first);
    (void)registers(second);
    pass_to_the_hour();
  }
  /// The code with which a text is refused; empty where it is said to all.
  static std::string said_back(RoomVisit& visit, std::string const& text) {
    say(visit, {{"type", "say"}, {"text", text}});
    while (true) {
      auto const heard = boost::json::parse(visit.hear().value());
      if (text_at(heard, "type") == "said") return {};
      if (text_at(heard, "type") == "refused") return text_at(heard, "code");
    }
  }
  /// Puts something else under the seal of a message, as another version of this program or a slip might.
  void reseal(Actor& author, int number, std::string const& text) {
    static constexpr db::Sql change{"test.reseal", "UPDATE groups_messages SET sealed = $2 WHERE number = $1"};
    auto& business = story.business().business();
    business.database().write_now([&](db::Tx& tx) {
      SystemRandom random;
      privacy::Vault const vault(business.keys(), random);
      auto const person = PersonId::parse(text_at(author.visitor.get("/v1/me").json(), "id")).value();
      tx.execute(change, number, vault.seal(tx, person, privacy::Field{"groups.message"}, text));
    });
  }
  std::int64_t messages_kept() {
    static constexpr db::Sql count{"test.count", "SELECT count(*) FROM groups_messages"};
    return story.business().business().database().read_now(
        [](db::Tx& tx) { return tx.one(count, [](db::Row const& row) { return row.integer(0); }).value(); });
  }
  std::string closed_for(Actor& who, std::string const& name) {
    auto const visit = knocks(who);
    greet(*visit, name);
    return text_at(boost::json::parse(visit->hear_until("\"closed\"")), "code");
  }
};

std::string of_code_point(unsigned point) {
  if (point < 0x80U) return {static_cast<char>(point)};
  return {static_cast<char>(0xC0U | (point >> 6U)), static_cast<char>(0x80U | (point & 0x3FU))};
}

TEST_F(GroupWords, hold_nothing_that_cannot_be_shown_and_shut_the_room_to_nobody) {
  auto const one = enters(first);
  (void)welcome(*one);
  for (unsigned point = 0; point <= 0xA0U; ++point) {
    if (point > 0x20U && point < 0x7FU) continue;
    auto const expected = point == 0x20U || point == 0xA0U ? "" : "not_plain";
    EXPECT_EQ(said_back(*one, "a" + of_code_point(point) + "b"), expected) << point;
  }
  EXPECT_EQ(said_back(*one, "a" + std::string(rtl_override)), "not_plain");
  EXPECT_EQ(said_back(*one, std::string(zero_width_space)), "not_plain");
  EXPECT_EQ(said_back(*one, " \xC2\xA0 "), "empty");
  auto const two = enters(second);
  EXPECT_EQ(welcome(*two).at("messages").as_array().size(), 2U);
}

TEST_F(GroupWords, are_said_under_a_name_that_can_be_shown) {
  for (auto const& name :
       {std::string(), std::string("   "), "a" + of_code_point(0), "a" + of_code_point(0x7F),
        "a" + of_code_point(0x9B), std::string(zero_width_space), std::string(rtl_override) + "a"}) {
    EXPECT_EQ(closed_for(first, name), "name_unfit") << name;
  }
  auto const visit = knocks(first);
  greet(*visit, "  Lotus  ");
  (void)welcome(*visit);
  say(*visit, {{"type", "say"}, {"text", "here"}});
  EXPECT_EQ(text_at(boost::json::parse(visit->hear_until("\"said\"")), "message.name"), "Lotus");
}

TEST_F(GroupWords, tell_a_speaker_from_who_would_be_taken_for_one) {
  auto const speaker = enters(specialist);
  auto const name = text_at(welcome(*speaker), "stage.speakers.0.name");
  EXPECT_EQ(closed_for(first, name), "name_taken");
  EXPECT_EQ(closed_for(first, " " + name + " "), "name_taken");
  auto const one = enters(first);
  (void)welcome(*one);
  EXPECT_EQ(said_back(*speaker, "from the speaker"), "");
  EXPECT_EQ(text_at(boost::json::parse(one->hear_until("\"said\"")), "message.part"), "speaker");
  EXPECT_EQ(said_back(*one, "from a viewer"), "");
  auto const two = enters(second);
  auto const welcomed = welcome(*two);
  EXPECT_EQ(text_at(welcomed, "messages.0.part"), "speaker");
  EXPECT_EQ(text_at(welcomed, "messages.1.part"), "viewer");
}

TEST_F(GroupWords, that_cannot_be_read_any_more_are_left_out_and_shut_the_room_to_nobody) {
  auto one = enters(first);
  (void)welcome(*one);
  for (auto const* text : {"first", "second", "third", "fourth"}) EXPECT_EQ(said_back(*one, text), "");
  one->leave();  // the last one: who comes next reads the chat anew
  reseal(first, 1, "no words");
  reseal(first, 2, R"({"part":"viewer","name":"Lotus"})");
  reseal(first, 3, R"({"part":"viewer","name":"Lotus","text":"a\u007fb"})");
  auto const two = enters(second);
  auto const welcomed = welcome(*two);
  ASSERT_EQ(welcomed.at("messages").as_array().size(), 1U);
  EXPECT_EQ(text_at(welcomed, "messages.0.text"), "fourth");
}

TEST_F(GroupWords, are_shown_to_who_comes_later_as_far_as_the_last_hundred) {
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  for (int message = 0; message <= 100; ++message) {
    if (message % 6 == 0) story.business().clock().set(story.now() + minutes(1));
    ASSERT_EQ(said_back(*speaker, "message " + std::to_string(message)), "");
  }
  auto const one = enters(first);
  auto const welcomed = welcome(*one);
  ASSERT_EQ(welcomed.at("messages").as_array().size(), 100U);
  EXPECT_EQ(text_at(welcomed, "messages.0.text"), "message 1");
  EXPECT_EQ(text_at(welcomed, "messages.99.text"), "message 100");
}

TEST_F(GroupWords, are_kept_for_the_days_of_the_brand) {
  {
    auto const one = enters(first);
    (void)welcome(*one);
    EXPECT_EQ(said_back(*one, "for thirty days"), "");
    one->leave();
  }
  auto const said_at = story.now();
  story.business().clock().set(said_at + days(30));
  story.settle();
  EXPECT_EQ(messages_kept(), 1);
  story.business().clock().set(said_at + days(30) + hours(1));
  story.settle();
  EXPECT_EQ(messages_kept(), 0);
}

TEST_F(GroupWords, are_known_again_as_their_own_by_who_wrote_them_alone) {
  auto const one = enters(first);
  (void)welcome(*one);
  EXPECT_EQ(said_back(*one, "before the cut"), "");
  auto const again = enters(first);
  auto const own = welcome(*again);
  EXPECT_EQ(text_at(own, "messages.0.from"), text_at(own, "stage.you.id"));
  auto const two = enters(second);
  auto const others = welcome(*two);
  EXPECT_EQ(text_at(others, "messages.0.text"), "before the cut");
  EXPECT_EQ(text_at(others, "messages.0.from"), "");
}

TEST_F(GroupWords, are_counted_by_person_over_all_connections) {
  for (int message = 1; message <= 6; ++message) {
    auto const one = enters(first);
    (void)welcome(*one);
    EXPECT_EQ(said_back(*one, "hello"), "") << message;
  }
  auto const one = enters(first);
  (void)welcome(*one);
  EXPECT_EQ(said_back(*one, "hello"), "too_fast");
  story.business().clock().set(start - minutes(9));
  EXPECT_EQ(said_back(*one, "hello"), "");
}

}  // namespace
}  // namespace kelisim::test
