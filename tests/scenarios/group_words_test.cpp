// What people write to each other in the room of a group event, and the names they come under.
#include "group_event.h"

namespace kelisim::test {
namespace {

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
