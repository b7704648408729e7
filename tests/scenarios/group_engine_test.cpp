// The room of an event at an engine that refuses, is lost, or has to be asked for another room.
#include "group_event.h"
#include "scripted_engine.h"

namespace kelisim::test {
namespace {

using boost::json::value;
using std::chrono::seconds;

struct WithScriptedEngine {
  ScriptedEngine engine;
};

class GroupAtEngine : protected WithScriptedEngine, public GroupEvent {
 protected:
  GroupAtEngine() : GroupEvent(&engine) {
    (void)registers(first);
    (void)registers(second);
    pass_to_the_hour();
    speaker = enters(specialist);
    (void)welcome(*speaker);
    EXPECT_EQ(engine.asked(), "open");
  }

  /// What the engine is asked for anew, and the next generation as the speaker is told of it.
  void opens(bool encrypted) {
    EXPECT_EQ(engine.asked(), "open");
    EXPECT_EQ(engine.shape.encrypted, encrypted);
    engine.answer_room(true);
    auto const told = stage_where(*speaker, [&](value const& stage) {
      return is_up(stage) && stage.at("encrypted").as_bool() == encrypted &&
             stage.at("generation").as_int64() > generation;
    });
    generation = told.at("generation").as_int64();
  }
  /// The same where a room stands that is closed first.
  void opens_another(bool encrypted) {
    EXPECT_EQ(engine.asked(), "close");
    opens(encrypted);
  }
  void pass(Duration time) { story.business().clock().set(story.now() + time); }
  static bool is_up(value const& stage) { return text_at(stage, "media") == "up"; }
  static bool is_down(value const& stage) { return text_at(stage, "media") == "down"; }

  std::unique_ptr<RoomVisit> speaker;
  std::int64_t generation = 0;
};

TEST_F(GroupAtEngine, is_asked_for_again_where_it_was_refused) {
  engine.answer_room(false);
  EXPECT_EQ(engine.asked(), "close");
  EXPECT_EQ(engine.asked(), "open");
  engine.answer_room(false);
  opens_another(true);
}

TEST_F(GroupAtEngine, gives_encryption_up_for_one_who_cannot_and_takes_it_up_half_a_minute_after) {
  engine.answer_room(true);
  auto const able = enters(second);
  (void)welcome(*able);
  auto unable = enters(first, false);
  opens_another(false);
  unable->leave();
  pass(seconds(20));
  see_two_ticks(*able);
  unable = enters(first, false);
  (void)welcome(*unable);
  unable->leave();
  pass(seconds(29));
  see_two_ticks(*able);
  EXPECT_FALSE(engine.asked_more()) << "counted from the last who could not";
  pass(seconds(1));
  opens_another(true);
  pass(seconds(60));
  see_two_ticks(*able);
  EXPECT_FALSE(engine.asked_more()) << "once";
}

TEST_F(GroupAtEngine, is_not_encrypted_again_while_another_cannot) {
  engine.answer_room(true);
  auto unable = enters(first, false);
  opens_another(false);
  auto const other = enters(second, false);
  (void)welcome(*other);
  unable->leave();
  pass(seconds(60));
  see_two_ticks(*other);
  EXPECT_FALSE(engine.asked_more());
}

TEST_F(GroupAtEngine, is_asked_for_encrypted_where_the_engine_refused_the_plain_one_and_all_can_again) {
  engine.answer_room(true);
  auto const able = enters(second);
  (void)welcome(*able);
  auto unable = enters(first, false);
  EXPECT_EQ(engine.asked(), "close");
  EXPECT_EQ(engine.asked(), "open");
  unable->leave();
  engine.answer_room(false);
  opens_another(true);
  pass(seconds(60));
  see_two_ticks(*able);
  EXPECT_FALSE(engine.asked_more()) << "it is encrypted already";
}

TEST_F(GroupAtEngine, is_asked_for_plain_as_long_as_one_cannot) {
  auto const unable = enters(first, false);
  EXPECT_FALSE(welcome(*unable).at("stage").at("encrypted").as_bool());
  EXPECT_EQ(engine.asked(), "close");
  EXPECT_EQ(engine.asked(), "open");
  EXPECT_FALSE(engine.shape.encrypted);
  engine.answer_room(false);
  opens_another(false);
}

TEST_F(GroupAtEngine, keeps_encryption_where_the_room_of_the_half_minute_was_refused) {
  engine.answer_room(true);
  auto unable = enters(first, false);
  opens_another(false);
  unable->leave();
  pass(seconds(30));
  EXPECT_EQ(engine.asked(), "close");
  EXPECT_EQ(engine.asked(), "open");
  EXPECT_TRUE(engine.shape.encrypted);
  engine.answer_room(false);
  opens_another(true);
}

TEST_F(GroupAtEngine, hears_no_answer_about_a_room_that_is_none_any_more) {
  engine.turn(false);
  engine.answer_room(true);
  say(*speaker, {{"type", "offer"}, {"sdp", "v=0"}});
  EXPECT_NE(speaker->hear_until("\"refused\"").find("engine_down"), std::string::npos);
  engine.turn(true);
  opens(true);
}

TEST_F(GroupAtEngine, that_is_lost_forgets_who_was_on_the_stage) {
  engine.answer_room(true);
  (void)stage_where(*speaker, is_up);
  say(*speaker, {{"type", "offer"}, {"sdp", "v=0"}});
  EXPECT_EQ(engine.asked(), "speak");
  auto const former = engine.ear;
  former->connected();
  (void)stage_where(*speaker, [](value const& told) { return told.at("speakers").at(0).at("live").as_bool(); });
  engine.turn(false);
  EXPECT_EQ(engine.asked(), "drop");
  auto const told = stage_where(*speaker, is_down);
  EXPECT_FALSE(told.at("speakers").at(0).at("live").as_bool());
  engine.turn(true);
  opens(true);
  former->connected();
  auto const viewer = enters(first);
  EXPECT_FALSE(welcome(*viewer).at("stage").at("speakers").at(0).at("live").as_bool()) << "of a former line";
}

TEST_F(GroupAtEngine, is_made_as_the_brand_says) {
  EXPECT_EQ(engine.shape.speakers_max, 3);
  EXPECT_EQ(engine.shape.video_bits_max, 900'000);
  EXPECT_TRUE(engine.shape.encrypted);
}

}  // namespace
}  // namespace kelisim::test
