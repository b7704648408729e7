#include "gateways/janus_rooms.h"
#include "group_engine.h"
#include "group_event.h"

#include <filesystem>
#include <fstream>

namespace kelisim::test {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using std::chrono::minutes;

TEST_F(GroupEvent, is_appointed_by_support_with_what_the_brand_allows) {
  auto wrong = plan();
  wrong["titles"].as_object().erase("kk");
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", wrong)), "group_titles_wrong");
  wrong = plan();
  wrong["starts_at"] = to_rfc3339(story.now());
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", wrong)), "group_in_the_past");
  wrong = plan();
  wrong["starts_at"] = "9999-12-31T00:00:00Z";
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", wrong)), "group_too_far");
  wrong = plan();
  wrong["minutes"] = 241;
  auto const too_long = support.visitor.post("/v1/staff/groups", wrong);
  EXPECT_EQ(code(too_long), "group_too_long");
  EXPECT_EQ(text_at(too_long.json(), "params.minutes"), "240");
  wrong = plan();
  wrong["speakers"] = array{value(text_at(first.visitor.get("/v1/me").json(), "id"))};
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", wrong)), "group_speakers_wrong");
  EXPECT_EQ(first.visitor.post("/v1/staff/groups", plan()).status, 403);
  auto const bounds = at(first.visitor.get("/v1/brand").json(), "groups");
  EXPECT_EQ(whole_at(bounds, "minutes_max"), 240);
  EXPECT_EQ(whole_at(bounds, "chat_kept_days"), 30);
  auto const seen = story.expect(first.visitor.get("/v1/groups?lang=kk"), 200);
  EXPECT_EQ(text_at(seen, "items.0.title"), "Ұйқы");
  EXPECT_EQ(text_at(seen, "items.0.state"), "planned");
}

TEST_F(GroupEvent, takes_its_speakers_time) {
  auto const slots_at_noon = [&] {
    auto const path = "/v1/specialists/" + specialist_id + "/slots?from=" + to_rfc3339(start - minutes(40)) +
                      "&to=" + to_rfc3339(end + minutes(10));
    return story.expect(first.visitor.get(path), 200).at("slots").as_array().size();
  };
  EXPECT_EQ(slots_at_noon(), 0U);
  auto const asked = [&](Instant at) {
    return first.visitor.post(
        "/v1/bookings",
        object{{"specialist_id", specialist_id}, {"starts_at", to_rfc3339(at)}, {"confirms_safety", true}});
  };
  EXPECT_EQ(code(asked(start)), "slot_taken");
  EXPECT_EQ(code(asked(end)), "slot_taken") << "the buffer";
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", plan())), "group_speaker_has_event");
  EXPECT_EQ(support.visitor.post("/v1/staff/groups/" + id + "/cancellation", {}).status, 200);
  EXPECT_GT(slots_at_noon(), 0U);
  EXPECT_EQ(asked(start).status, 201);
  EXPECT_EQ(code(support.visitor.post("/v1/staff/groups", plan())), "group_speaker_booked");
  auto later = plan();
  later["starts_at"] = to_rfc3339(start + std::chrono::hours(2));
  auto const other = text_at(story.expect(support.visitor.post("/v1/staff/groups", later), 201), "id");
  auto const moves = [&](Instant to) {
    return support.visitor.post("/v1/staff/groups/" + other + "/moves", object{{"starts_at", to_rfc3339(to)}});
  };
  EXPECT_EQ(moves(start + minutes(90)).status, 201) << "its own time is not in its way";
  EXPECT_EQ(code(moves(start + minutes(30))), "group_speaker_booked");
  EXPECT_EQ(asked(start + std::chrono::hours(3)).status, 201) << "what it was moved from is sold again";
}

TEST_F(GroupEvent, has_as_many_places_as_were_appointed) {
  EXPECT_EQ(registers(first).status, 201);
  EXPECT_EQ(code(registers(first)), "group_registered");
  EXPECT_EQ(registers(second).status, 201);
  EXPECT_EQ(code(registers(third)), "group_full");
  EXPECT_EQ(first.visitor.del("/v1/groups/" + id + "/registration").status, 200);
  EXPECT_EQ(code(first.visitor.del("/v1/groups/" + id + "/registration")), "group_not_registered");
  EXPECT_EQ(registers(third).status, 201);
  EXPECT_EQ(code(registers(first)), "group_full");
}

TEST_F(GroupEvent, opens_its_door_ten_minutes_before_to_those_who_belong_to_it) {
  (void)registers(first);
  EXPECT_EQ(knocks(first)->status(), 409);
  pass_to_the_hour();
  EXPECT_EQ(knocks(first)->status(), 101);
  EXPECT_EQ(knocks(specialist)->status(), 101);
  EXPECT_EQ(knocks(second)->status(), 404) << "who is not registered learns of no room";
  EXPECT_EQ(knocks(support)->status(), 403);
  story.pass_until(end + minutes(15));
  EXPECT_EQ(knocks(first)->status(), 409);
}

TEST_F(GroupEvent, keeps_a_chat_with_rules_for_those_who_come_later) {
  (void)registers(first);
  (void)registers(second);
  pass_to_the_hour();
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  auto const one = enters(first);
  (void)welcome(*one);
  say(*one, {{"type", "say"}, {"text", "canary of the chat"}});
  EXPECT_NE(speaker->hear_until("\"said\"").find("canary of the chat"), std::string::npos);
  say(*one, {{"type", "say"}, {"text", std::string(501, 'x')}});
  EXPECT_NE(one->hear_until("\"refused\"").find("too_long"), std::string::npos);
  for (int i = 0; i < 5; ++i) say(*one, {{"type", "say"}, {"text", "again"}});
  say(*one, {{"type", "say"}, {"text", "one too many"}});
  EXPECT_NE(one->hear_until("\"refused\"").find("too_fast"), std::string::npos);
  say(*one, {{"type", "chat"}, {"open", false}});
  EXPECT_NE(one->hear_until("\"refused\"").find("not_a_speaker"), std::string::npos);
  say(*speaker, {{"type", "chat"}, {"open", false}});
  (void)stage_where(*one, [](value const& stage) { return !stage.at("chat_open").as_bool(); });
  say(*one, {{"type", "say"}, {"text", "after all"}});
  EXPECT_NE(one->hear_until("\"refused\"").find("chat_off"), std::string::npos);
  auto const two = enters(second);
  EXPECT_EQ(text_at(welcome(*two), "messages.0.text"), "canary of the chat");
  for (auto const& file : std::filesystem::directory_iterator(story.business().data())) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find("canary of the chat"), std::string::npos) << file.path();
  }
}

TEST_F(GroupEvent, lets_a_raised_hand_up_and_shows_who_disturbs_the_door) {
  (void)registers(first);
  pass_to_the_hour();
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  auto const one = enters(first);
  auto const who = own_id(welcome(*one));
  say(*speaker, {{"type", "admit"}, {"who", who}});
  EXPECT_NE(speaker->hear_until("\"refused\"").find("no_hand"), std::string::npos);
  say(*one, {{"type", "admit"}, {"who", who}});
  EXPECT_NE(one->hear_until("\"refused\"").find("not_a_speaker"), std::string::npos);
  say(*one, {{"type", "offer"}, {"sdp", "v=0"}});
  EXPECT_NE(one->hear_until("\"refused\"").find("not_a_speaker"), std::string::npos);
  say(*one, {{"type", "hand"}, {"raised", true}});
  (void)stage_where(*speaker, [](value const& stage) {
    auto const& people = stage.at("people").as_array();
    return people.size() == 1 && people[0].at("hand").as_bool();
  });
  say(*speaker, {{"type", "admit"}, {"who", who}});
  auto const stage = stage_where(*one, [](value const& told) { return told.at("you").at("may_speak").as_bool(); });
  EXPECT_EQ(stage.at("speakers").as_array().size(), 2U);
  EXPECT_FALSE(stage.as_object().contains("people")) << "a guest is not shown who watches";
  say(*speaker, {{"type", "lower"}, {"who", who}});
  (void)stage_where(*one, [](value const& told) { return !told.at("you").at("may_speak").as_bool(); });
  say(*speaker, {{"type", "remove"}, {"who", who}});
  EXPECT_NE(one->hear_until("\"closed\"").find("removed"), std::string::npos);
  settle_writes();
  EXPECT_EQ(knocks(first)->status(), 403);
  EXPECT_EQ(code(registers(first)), "group_removed");
}

TEST_F(GroupEvent, passes_sealed_keys_from_those_who_speak_alone) {
  (void)registers(first);
  pass_to_the_hour();
  auto const speaker = enters(specialist);
  auto const speaker_id = own_id(welcome(*speaker));
  auto const one = enters(first);
  auto const welcomed = welcome(*one);
  EXPECT_EQ(text_at(welcomed, "stage.keys." + speaker_id), "of specialist");
  auto const sealed = [](std::string const& to, char const* text) {
    return object{{"type", "keys"}, {"epoch", 1}, {"for", array{object{{"who", to}, {"sealed", text}}}}};
  };
  say(*one, sealed(speaker_id, "of a viewer"));
  say(*speaker, sealed(own_id(welcomed), "of the speaker"));
  auto const heard = one->hear_until("\"keys\",");
  EXPECT_NE(heard.find("of the speaker"), std::string::npos);
  say(*one, {{"type", "say"}, {"text", "after the keys"}});
  while (true) {
    auto const text = speaker->hear().value();
    EXPECT_EQ(text.find("of a viewer"), std::string::npos);
    if (text.find("after the keys") != std::string::npos) break;
  }
}

TEST_F(GroupEvent, writes_who_was_there_and_when) {
  (void)registers(first);
  pass_to_the_hour();
  auto one = enters(first);
  (void)welcome(*one);
  story.business().clock().set(start + minutes(5));
  auto again = enters(first);  // a second device takes the place of the first
  (void)welcome(*again);
  EXPECT_NE(one->hear_until("\"closed\"").find("replaced"), std::string::npos);
  story.business().clock().set(start + minutes(30));
  again->leave();
  settle_writes();
  auto& desk = story.staff("support");
  auto const rows = audit_rows();
  auto const list = story.expect(desk.visitor.get("/v1/staff/groups/" + id + "/attendance"), 200);
  ASSERT_EQ(list.at("items").as_array().size(), 1U);
  EXPECT_EQ(text_at(list, "items.0.part"), "viewer");
  EXPECT_EQ(list.at("items").at(0).at("seconds").as_int64(), 40 * 60);
  EXPECT_EQ(list.at("items").at(0).at("spans").as_array().size(), 1U);
  EXPECT_EQ(audit_rows(), rows + 1) << "that it was read is on record";
  auto const log = story.expect(first.visitor.get("/v1/me/access-log"), 200);
  EXPECT_EQ(text_at(log, "reads.0.action"), "groups.attendance_read") << "and told to whom it is about";
  EXPECT_EQ(text_at(log, "reads.0.what"), id);
}

TEST_F(GroupEvent, called_off_sends_everybody_home) {
  (void)registers(first);
  pass_to_the_hour();
  auto const one = enters(first);
  (void)welcome(*one);
  auto& desk = story.staff("support");
  EXPECT_EQ(desk.visitor.post("/v1/staff/groups/" + id + "/cancellation", {}).status, 200);
  EXPECT_NE(one->hear_until("\"closed\"").find("cancelled"), std::string::npos);
  EXPECT_EQ(code(desk.visitor.post("/v1/staff/groups/" + id + "/cancellation", {})), "group_cancelled");
  EXPECT_EQ(code(registers(second)), "group_cancelled");
  EXPECT_EQ(knocks(first)->status(), 409);
}

TEST_F(GroupEvent, moved_is_told_to_those_who_hold_a_place_and_to_nobody_else) {
  (void)registers(first);
  (void)registers(second);
  (void)second.visitor.del("/v1/groups/" + id + "/registration");
  story.forget();
  auto const later = start + std::chrono::days(1);
  auto const moves = [&](Actor& who, Instant wanted) {
    return who.visitor.post("/v1/staff/groups/" + id + "/moves", object{{"starts_at", to_rfc3339(wanted)}});
  };
  EXPECT_EQ(code(moves(support, story.now())), "group_in_the_past");
  EXPECT_EQ(code(moves(support, start + std::chrono::days(1000))), "group_too_far");
  EXPECT_EQ(code(moves(support, start)), "group_same_time");
  EXPECT_EQ(moves(first, later).status, 403);
  auto const moved = story.expect(moves(support, later), 201);
  EXPECT_EQ(text_at(moved, "starts_at"), to_rfc3339(later));
  EXPECT_EQ(text_at(moved, "ends_at"), to_rfc3339(later + minutes(60)));
  story.settle();
  EXPECT_EQ(story.news(), (Lines{"notice group_moved to first by account, sms",
                                 "notice group_moved to specialist by account, sms"}));
  auto const notice = first.visitor.get("/v1/notices").json().at("items").at(0);
  EXPECT_NE(text_at(notice, "body").find("Sleep"), std::string::npos) << "in the reader's language";
  pass_to_the_hour();
  EXPECT_EQ(knocks(first)->status(), 409) << "the door opens a day later";
  story.pass_until(later - minutes(10));
  EXPECT_EQ(knocks(first)->status(), 101);
  EXPECT_EQ(code(moves(story.staff("support"), start + std::chrono::days(2))), "group_begun");
}

TEST_F(GroupEvent, called_off_is_told_once_and_what_was_said_before_is_not_sent_any_more) {
  (void)registers(first);
  story.forget();
  auto const where = "/v1/staff/groups/" + id;
  object const later{{"starts_at", to_rfc3339(start + std::chrono::days(1))}};
  (void)story.expect(support.visitor.post(where + "/moves", later), 201);
  (void)story.expect(support.visitor.post(where + "/cancellation", {}), 200);
  EXPECT_EQ(code(support.visitor.post(where + "/moves", later)), "group_cancelled");
  story.settle();
  EXPECT_EQ(
      story.news(),
      (Lines{"dropped notice group_moved to first by account", "dropped notice group_moved to first by sms",
             "dropped notice group_moved to specialist by account", "dropped notice group_moved to specialist by sms",
             "notice group_called_off to first by account, sms",
             "notice group_called_off to specialist by account, sms"}));
}

/// A real engine.
struct EngineOfTest {
  ScratchFolder folder;
  GroupEngine engine{folder.path() / "engine"};
  SystemClock clock;
  gateways::JanusRooms rooms{gateways::read_engine_url(engine.url(), engine.secret()), clock};
};

class GroupMedia : private EngineOfTest, public GroupEvent {
 protected:
  GroupMedia() : GroupEvent(&rooms) {
    (void)registers(first);
    pass_to_the_hour();
  }
  ~GroupMedia() override {
    for (auto const* closed : {"plugins", "transports", "empty"}) {
      std::filesystem::permissions(folder.path() / "engine" / closed, std::filesystem::perms::owner_all);
    }
  }
  GroupEngine& janus() { return engine; }
  [[nodiscard]] std::filesystem::path const& place() const { return folder.path(); }

  static std::string offer() {
    std::string const transport =
        "c=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\na=fingerprint:sha-256 "
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n"
        "a=setup:actpass\r\na=sendonly\r\na=rtcp-mux\r\n";
    return "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
           "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n" +
           transport + "a=mid:0\r\na=rtpmap:111 opus/48000/2\r\na=ssrc:1111 cname:a\r\n";
  }
  static bool is_up(value const& stage) { return text_at(stage, "media") == "up"; }
  std::int64_t speaks(RoomVisit& speaker) {
    auto const stage = stage_where(speaker, is_up);
    say(speaker, {{"type", "offer"}, {"sdp", offer()}});
    (void)speaker.hear_until("\"answer\"");
    return stage.at("generation").as_int64();
  }
};

// That frames arrive is shown by the journey `groups` in a browser.
TEST_F(GroupMedia, is_taken_from_a_speaker_and_nobody_watches_what_is_not_there) {
  auto const speaker = enters(specialist);
  auto const speaker_id = own_id(welcome(*speaker));
  (void)speaks(*speaker);
  auto const one = enters(first);
  (void)welcome(*one);
  for (auto const& nobody : {speaker_id, std::string(26, '0')}) {
    say(*one, {{"type", "watch"}, {"speaker", nobody}});
    EXPECT_NE(one->hear_until("\"line_ended\"").find("refused"), std::string::npos);
  }
}

TEST_F(GroupMedia, comes_back_after_the_engine_was_lost_and_everybody_is_told) {
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  auto const generation = speaks(*speaker);
  janus().kill();
  (void)stage_where(*speaker, [](value const& stage) { return text_at(stage, "media") == "down"; });
  say(*speaker, {{"type", "offer"}, {"sdp", offer()}});
  EXPECT_NE(speaker->hear_until("\"refused\"").find("engine_down"), std::string::npos);
  janus().start();
  EXPECT_GT(speaks(*speaker), generation);
}

TEST_F(GroupMedia, tells_everybody_when_one_browser_cannot_encrypt) {
  auto const speaker = enters(specialist);
  EXPECT_TRUE(welcome(*speaker).at("stage").at("encrypted").as_bool());
  auto const generation = speaks(*speaker);
  auto const one = enters(first, false);
  EXPECT_FALSE(welcome(*one).at("stage").at("encrypted").as_bool());
  auto const stage = stage_where(*speaker, [](value const& told) { return !told.at("encrypted").as_bool(); });
  EXPECT_GT(stage.at("generation").as_int64(), generation) << "what was encrypted is not mixed with what is not";
  one->leave();
  (void)stage_where(*speaker, [](value const& told) { return told.at("viewers").as_int64() == 0; });
  story.business().clock().set(story.now() + std::chrono::seconds(30));
  auto const again = stage_where(*speaker, [](value const& told) { return told.at("encrypted").as_bool(); });
  EXPECT_GT(again.at("generation").as_int64(), stage.at("generation").as_int64());
}

TEST_F(GroupMedia, cannot_be_asked_for_more_than_sound_and_picture) {
  auto const speaker = enters(specialist);
  (void)welcome(*speaker);
  (void)stage_where(*speaker, is_up);
  say(*speaker, {{"type", "offer"},
                 {"sdp", offer()},
                 {"record", true},
                 {"filename", (place() / "recording").string()},
                 {"body", object{{"request", "configure"}, {"record", true}}}});
  (void)speaker->hear_until("\"answer\"");
  say(*speaker, {{"type", "configure"}, {"record", true}});
  while (speaker->hear()) continue;
  EXPECT_EQ(speaker->close_code(), 1008) << "there is no such word";
  for (auto const& file : std::filesystem::recursive_directory_iterator(place())) {
    EXPECT_EQ(file.path().filename().string().find("recording"), std::string::npos);
  }
}

}  // namespace
}  // namespace kelisim::test
