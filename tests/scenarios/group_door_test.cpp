// Who waits at the door of a group room while the event is shut to them.
#include "group_event.h"

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

}  // namespace
}  // namespace kelisim::test
