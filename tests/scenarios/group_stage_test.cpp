// Who speaks in a group room, who watches, what a speaker may do to whom. The engine is one of words: that frames
// arrive is shown by the journey `groups` in a browser.
#include "group_event.h"
#include "scripted_engine.h"

#include <gmock/gmock.h>

namespace kelisim::test {
namespace {

using boost::json::object;
using boost::json::value;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;

struct WithScriptedEngine {
  ScriptedEngine engine;
};

/// The speaker in a room that stands at the engine, and one who watches.
class GroupStage : protected WithScriptedEngine, public GroupEvent {
 protected:
  GroupStage() : GroupEvent(&engine) {
    (void)registers(first);
    (void)registers(second);
    pass_to_the_hour();
    speaker = enters(specialist);
    speaker_id = own_id(welcome(*speaker));
    EXPECT_EQ(engine.asked(), "open");
    engine.answer_room(true);
    viewer = enters(first);
    viewer_id = own_id(welcome(*viewer));
    (void)viewer->hear_until("\"type\":\"stage\"");  // by a tick, which told everybody
  }

  /// Puts somebody's media on the stage.
  std::shared_ptr<groups::LineListener> speaks(RoomVisit& visit) {
    say(visit, {{"type", "offer"}, {"sdp", "v=0"}});
    EXPECT_EQ(engine.asked(), "speak");
    engine.ear->connected();
    return engine.ear;
  }
  void lets_up(RoomVisit& guest, std::string const& id) {
    say(guest, {{"type", "hand"}, {"raised", true}});
    (void)stage_where(guest, [](value const& told) { return told.at("you").at("hand").as_bool(); });
    say(*speaker, {{"type", "admit"}, {"who", id}});
    auto const told = stage_where(guest, may_speak);
    EXPECT_FALSE(told.at("you").at("hand").as_bool()) << "the hand has been answered";
  }
  static bool may_speak(value const& stage) { return stage.at("you").at("may_speak").as_bool(); }
  static bool is_live(value const& stage) { return stage.at("speakers").at(0).at("live").as_bool(); }
  /// What one hears until the other's message comes.
  std::vector<std::string> heard_before(RoomVisit& visit, RoomVisit& author, std::string const& text) {
    say(author, {{"type", "say"}, {"text", text}});
    std::vector<std::string> heard;
    while (true) {
      auto next = visit.hear().value();
      if (next.find(text) != std::string::npos) return heard;
      heard.push_back(std::move(next));
    }
  }

  std::unique_ptr<RoomVisit> speaker;
  std::unique_ptr<RoomVisit> viewer;
  std::string speaker_id;
  std::string viewer_id;
};

TEST_F(GroupStage, is_left_by_those_alone_who_are_on_it) {
  (void)heard_before(*speaker, *viewer, "before");
  say(*viewer, {{"type", "quiet"}});
  EXPECT_THAT(heard_before(*speaker, *viewer, "after"), Each(Not(HasSubstr("\"stage\""))));
  (void)speaks(*speaker);
  (void)stage_where(*viewer, is_live);
  say(*speaker, {{"type", "quiet"}});
  EXPECT_EQ(engine.asked(), "drop");
  EXPECT_TRUE(may_speak(stage_where(*speaker, [](value const& told) { return !is_live(told); })))
      << "an appointed speaker may come back";
  lets_up(*viewer, viewer_id);
  say(*viewer, {{"type", "quiet"}});
  (void)stage_where(*viewer, [](value const& told) { return !may_speak(told); });
}

TEST_F(GroupStage, keeps_a_muted_guest_muted_on_every_line) {
  lets_up(*viewer, viewer_id);
  (void)speaks(*viewer);
  auto const mutes = [&](std::string const& who, bool muted) {
    say(*speaker, {{"type", "mute"}, {"who", who}, {"muted", muted}});
  };
  mutes(viewer_id, true);
  EXPECT_EQ(engine.asked(), "mute");
  (void)stage_where(*viewer, [](value const& told) { return told.at("you").at("muted").as_bool(); });
  say(*viewer, {{"type", "offer"}, {"sdp", "v=0"}});
  EXPECT_EQ(engine.asked(), "drop");
  EXPECT_EQ(engine.asked(), "speak");
  EXPECT_EQ(engine.asked(), "mute") << "a new line is not a way around";
  mutes(viewer_id, false);
  EXPECT_EQ(engine.asked(), "unmute");
  mutes(viewer_id, true);
  EXPECT_EQ(engine.asked(), "mute");
  say(*speaker, {{"type", "lower"}, {"who", viewer_id}});
  EXPECT_EQ(engine.asked(), "drop");
  (void)stage_where(*viewer, [](value const& told) { return !may_speak(told); });
  lets_up(*viewer, viewer_id);
  (void)speaks(*viewer);
  say(*viewer, {{"type", "quiet"}});
  EXPECT_EQ(engine.asked(), "drop") << "who is let up again is heard";
}

TEST_F(GroupStage, is_in_the_hands_of_its_speakers_and_not_of_guests) {
  lets_up(*viewer, viewer_id);
  for (auto const* verb : {"lower", "remove"}) {
    say(*viewer, {{"type", verb}, {"who", speaker_id}});
    EXPECT_THAT(viewer->hear_until("\"refused\""), HasSubstr("not_a_speaker"));
    say(*speaker, {{"type", verb}, {"who", speaker_id}});
    EXPECT_THAT(speaker->hear_until("\"refused\""), HasSubstr("not_there")) << "an appointed speaker stays";
  }
  say(*viewer, {{"type", "mute"}, {"who", speaker_id}, {"muted", true}});
  EXPECT_THAT(viewer->hear_until("\"refused\""), HasSubstr("not_a_speaker"));
  say(*speaker, {{"type", "hand"}, {"raised", true}});
  say(*viewer, {{"type", "hand"}, {"raised", true}});
  EXPECT_THAT(heard_before(*viewer, *viewer, "a hand"), Each(Not(HasSubstr("\"hand\":true"))))
      << "who speaks already raises none";
  say(*speaker, {{"type", "admit"}, {"who", speaker_id}});
  EXPECT_THAT(speaker->hear_until("\"refused\""), HasSubstr("no_hand"));
}

TEST_F(GroupStage, is_shown_to_a_viewer_on_one_line_for_each_speaker) {
  auto const on_air = speaks(*speaker);
  (void)stage_where(*viewer, is_live);
  object const watch{{"type", "watch"}, {"speaker", speaker_id}};
  say(*viewer, watch);
  EXPECT_EQ(engine.asked(), "watch");
  auto const former = engine.ear;
  say(*viewer, watch);
  EXPECT_EQ(engine.asked(), "watch");
  EXPECT_EQ(engine.asked(), "drop") << "the former line";
  former->described({"offer", "of the former line"});
  former->ended("hung_up");
  engine.ear->described({"offer", "of this line"});
  EXPECT_THAT(viewer->hear_until("\"speaker\":\"" + speaker_id), HasSubstr("of this line"));
  say(*viewer, {{"type", "answer"}, {"speaker", speaker_id}, {"sdp", "v=0"}});
  EXPECT_EQ(engine.asked(), "answer");
  say(*viewer, {{"type", "picture"}, {"speaker", speaker_id}, {"picture", "low"}});
  EXPECT_EQ(engine.asked(), "show");
  say(*viewer, {{"type", "candidate"}, {"speaker", speaker_id}, {"candidate", ""}, {"mid", "0"}, {"line", 0}});
  EXPECT_EQ(engine.asked(), "trickle");
  on_air->ended("hung_up");
  EXPECT_THAT(speaker->hear_until("\"line_ended\""), HasSubstr("hung_up"));
  EXPECT_EQ(engine.asked(), "drop");
  EXPECT_EQ(engine.asked(), "drop") << "there is nothing to watch any more";
  (void)stage_where(*viewer, [](value const& told) { return !is_live(told); });
  say(*viewer, watch);
  EXPECT_THAT(viewer->hear_until("\"line_ended\""), HasSubstr("refused"));
}

TEST_F(GroupStage, hears_nothing_of_a_line_that_was_replaced) {
  auto const former = speaks(*speaker);
  (void)stage_where(*viewer, is_live);
  say(*speaker, {{"type", "offer"}, {"sdp", "v=0"}});
  EXPECT_EQ(engine.asked(), "drop");
  EXPECT_EQ(engine.asked(), "speak");
  former->connected();
  former->described({"answer", "of the former line"});
  former->ended("hung_up");
  engine.ear->described({"answer", "of this line"});
  EXPECT_THAT(speaker->hear_until("\"type\":\"answer\""), HasSubstr("of this line"));
  say(*viewer, {{"type", "watch"}, {"speaker", speaker_id}});
  EXPECT_THAT(viewer->hear_until("\"line_ended\""), HasSubstr("refused")) << "not live yet";
  engine.ear->connected();
  (void)stage_where(*speaker, is_live);
  EXPECT_FALSE(engine.asked_more());
}

TEST_F(GroupStage, is_shown_no_more_of_who_left_the_room) {
  lets_up(*viewer, viewer_id);
  (void)speaks(*viewer);
  speaker->leave();
  auto const told =
      stage_where(*viewer, [](value const& stage) { return stage.at("speakers").as_array().size() == 1; });
  EXPECT_EQ(text_at(told, "speakers.0.id"), viewer_id);
  viewer->leave();
  EXPECT_EQ(engine.asked(), "drop");
  EXPECT_EQ(engine.asked(), "close") << "the last one shuts the room at the engine";
}

TEST_F(GroupStage, tells_viewers_nothing_of_each_other) {
  auto const other = enters(second);
  auto const told = welcome(*other).at("stage");
  EXPECT_EQ(told.at("viewers").as_int64(), 2);
  EXPECT_FALSE(told.as_object().contains("people"));
  EXPECT_EQ(told.at("keys").as_object().size(), 1U) << "the speaker's";
  EXPECT_EQ(boost::json::serialize(told).find("of first"), std::string::npos);
  EXPECT_EQ(boost::json::serialize(told).find(viewer_id), std::string::npos);
  auto const shown =
      stage_where(*speaker, [](value const& stage) { return stage.at("people").as_array().size() == 2; });
  EXPECT_EQ(shown.at("keys").as_object().size(), 2U) << "who speaks gives keys to all";
}

}  // namespace
}  // namespace kelisim::test
