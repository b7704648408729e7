// Who waits at the door of a group room while the event is shut to them.
#include "group_event.h"
#include "scratch_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kelisim::test {
namespace {

class GroupDoor : public GroupEvent {
 protected:
  GroupDoor() {
    (void)registers(first);
    (void)registers(second);
    pass_to_the_hour();
  }
  static std::string closed(RoomVisit& visit) {
    return text_at(boost::json::parse(visit.hear_until("\"closed\"")), "code");
  }
  std::size_t attended() {
    settle_writes();
    auto const path = "/v1/staff/groups/" + id + "/attendance";
    return story.expect(story.staff("support").visitor.get(path), 200).at("items").as_array().size();
  }
};

TEST_F(GroupDoor, shuts_to_who_gave_the_place_back_before_sitting_down) {
  auto const waiting = knocks(first);
  ASSERT_EQ(waiting->status(), 101);
  EXPECT_EQ(first.visitor.del("/v1/groups/" + id + "/registration").status, 200);
  EXPECT_EQ(closed(*waiting), "withdrawn") << "without a word of theirs";
  EXPECT_EQ(registers(third).status, 201) << "the place is free";
  EXPECT_EQ(attended(), 0U);
}

TEST_F(GroupDoor, shuts_to_who_is_removed_on_whatever_connection) {
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  auto const seated = enters(first);
  auto const who = own_id(welcome(*seated));
  auto const waiting = knocks(first);
  ASSERT_EQ(waiting->status(), 101);
  say(*speaker, {{"type", "remove"}, {"who", who}});
  EXPECT_EQ(closed(*seated), "removed");
  EXPECT_EQ(closed(*waiting), "removed");
}

TEST_F(GroupDoor, shuts_to_all_when_the_event_is_called_off) {
  auto const waiting = knocks(first);
  ASSERT_EQ(waiting->status(), 101);
  EXPECT_EQ(story.staff("support").visitor.post("/v1/staff/groups/" + id + "/cancellation", {}).status, 200);
  EXPECT_EQ(closed(*waiting), "cancelled");
  EXPECT_EQ(attended(), 0U);
}

TEST_F(GroupDoor, lets_nobody_sit_down_after_the_end) {
  auto const waiting = knocks(first);
  ASSERT_EQ(waiting->status(), 101);
  story.business().clock().set(end + std::chrono::minutes(15));
  greet(*waiting, "late");
  EXPECT_EQ(closed(*waiting), "ended");
  EXPECT_EQ(attended(), 0U);
}

TEST_F(GroupDoor, holds_one_waiting_connection_of_each_and_is_asked_twenty_times_a_minute) {
  auto waiting = knocks(first);
  for (int knock = 2; knock <= 20; ++knock) {
    auto next = knocks(first);
    ASSERT_EQ(next->status(), 101) << knock;
    EXPECT_EQ(closed(*waiting), "replaced");
    waiting = std::move(next);
  }
  EXPECT_EQ(knocks(first)->status(), 429);
  EXPECT_EQ(knocks(second)->status(), 101);
  story.business().clock().set(start - std::chrono::minutes(9));
  EXPECT_EQ(knocks(first)->status(), 101);
}

// As where it is written after the door was passed and before one sits down, and nobody is told in time.
TEST_F(GroupDoor, asks_again_when_somebody_sits_down) {
  static constexpr db::Sql withdraw{"test.withdraw", "UPDATE groups_registrations SET withdrawn_at_us = 1"};
  static constexpr db::Sql remove{"test.remove", R"(
    INSERT INTO groups_removals (event, person, removed_by, removed_at_us)
    SELECT event, person, person, 1 FROM groups_registrations)"};
  auto& database = story.business().business().database();
  auto const one = knocks(first);
  auto const two = knocks(second);
  database.write_now([](db::Tx& tx) { tx.execute(withdraw); });
  greet(*one, "first");
  EXPECT_EQ(closed(*one), "withdrawn");
  database.write_now([](db::Tx& tx) { tx.execute(remove); });
  greet(*two, "second");
  EXPECT_EQ(closed(*two), "removed");
  EXPECT_EQ(attended(), 0U);
}

TEST_F(GroupDoor, puts_out_who_gives_the_place_back_while_sitting) {
  auto const one = enters(first);
  (void)welcome(*one);
  auto const two = enters(second);
  (void)welcome(*two);
  EXPECT_EQ(first.visitor.del("/v1/groups/" + id + "/registration").status, 200);
  EXPECT_EQ(closed(*one), "withdrawn");
  say(*two, {{"type", "beat"}});
  EXPECT_NE(two->hear_until("\"beat\""), "") << "and nobody else";
}

TEST_F(GroupDoor, closes_behind_everybody_a_quarter_of_an_hour_after_the_end) {
  auto const one = enters(first);
  (void)welcome(*one);
  story.business().clock().set(end + std::chrono::minutes(15) - std::chrono::microseconds(1));
  EXPECT_EQ(knocks(second)->status(), 101);
  see_two_ticks(*one);
  story.business().clock().set(end + std::chrono::minutes(15));
  EXPECT_EQ(closed(*one), "ended");
  EXPECT_EQ(attended(), 1U);
}

TEST_F(GroupDoor, notes_a_lost_connection_as_gone_when_it_was_last_heard) {
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  auto one = enters(first);
  (void)welcome(*one);
  (void)stage_where(*speaker, [](auto const& told) { return told.at("viewers").as_int64() == 1; });
  story.business().clock().set(start + std::chrono::minutes(5));
  say(*one, {{"type", "beat"}});
  (void)one->hear_until("\"beat\"");
  story.business().clock().set(start + std::chrono::minutes(9));
  one.reset();
  (void)stage_where(*speaker, [](auto const& told) { return told.at("viewers").as_int64() == 0; });
  settle_writes();
  auto const path = "/v1/staff/groups/" + id + "/attendance";
  auto const list = story.expect(story.staff("support").visitor.get(path), 200).at("items");
  auto const viewer =
      std::ranges::find_if(list.as_array(), [](auto const& one_of) { return text_at(one_of, "part") == "viewer"; });
  ASSERT_NE(viewer, list.as_array().end());
  EXPECT_EQ(viewer->at("seconds").as_int64(), 15 * 60);
}

TEST_F(GroupDoor, is_entered_with_one_greeting) {
  for (auto const* before : {"beat", "leave"}) {
    auto const hasty = knocks(first);
    say(*hasty, {{"type", before}});
    EXPECT_FALSE(hasty->hear().has_value());
    EXPECT_EQ(hasty->close_code(), 1008) << before;
  }
  auto const one = enters(first);
  (void)welcome(*one);
  greet(*one, "under another name");
  while (one->hear()) continue;
  EXPECT_EQ(one->close_code(), 1008);
}

/// A brand that asks every browser to encrypt.
struct StrictBrand {
  ScratchFolder folder;
  std::filesystem::path brand = folder.path() / "harmonia";

  StrictBrand() {
    std::filesystem::copy(std::filesystem::path(KELISIM_SOURCE_DIR) / "brands/harmonia", brand,
                          std::filesystem::copy_options::recursive);
    std::ifstream in(brand / "groups.toml", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    std::string_view const lax = "\"where_possible\"";
    text.replace(text.find(lax), lax.size(), "\"required\"");
    std::ofstream(brand / "groups.toml", std::ios::binary) << text;
  }
};

class GroupDoorOfTheStrict : private StrictBrand, public GroupEvent {
 protected:
  GroupDoorOfTheStrict() : GroupEvent(nullptr, brand) {
    (void)registers(first);
    pass_to_the_hour();
  }
};

TEST_F(GroupDoorOfTheStrict, is_shut_to_a_browser_that_cannot_encrypt) {
  EXPECT_EQ(text_at(boost::json::parse(enters(first, false)->hear_until("\"closed\"")), "code"), "cannot_encrypt");
  EXPECT_TRUE(welcome(*enters(first)).at("stage").at("encrypted").as_bool());
}

}  // namespace
}  // namespace kelisim::test
