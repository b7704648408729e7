// The chat of a session over its real socket: who may, how much, what comes back after a cut, what lies on the disk.
#include "busy_writer.h"
#include "clause_mark.h"
#include "eventually.h"
#include "room_visit.h"
#include "scratch_folder.h"
#include "story.h"

#include <gmock/gmock.h>
#include <boost/json/serialize.hpp>

#include <fstream>
#include <iterator>
#include <memory>

namespace kelisim::test {
namespace {

namespace fs = std::filesystem;
using boost::json::object;
using std::chrono::minutes;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char const* saule = "+77000000014";
constexpr std::string_view smile = "\xF0\x9F\x99\x82";

std::string read(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// `count` letters of four bytes each.
std::string letters(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += smile;
  return text;
}

/// Two in the room of their session, 12:00–13:00 of Astana.
class TheChat : public ::testing::Test {
 protected:
  explicit TheChat(fs::path const& brand = {}) : story(1, brand) {
    story.pass_until(start);
    (void)story.specialist("specialist", saule);  // signed out after a quarter of an hour without a call
  }

  std::unique_ptr<RoomVisit> joins(Actor& who) {
    auto visit = std::make_unique<RoomVisit>(story.business().port(), who.visitor.token(), id);
    welcome = visit->hear_until("welcome");
    return visit;
  }
  /// Says it and gives what the room answers about it.
  std::string say(RoomVisit& visit, std::string const& text) { return say(visit, text, fresh_mark()); }
  static std::string say(RoomVisit& visit, std::string const& text, std::string const& mark) {
    visit.say(boost::json::serialize(object{{"type", "say"}, {"mark", mark}, {"text", text}}));
    return visit.hear_until(mark);
  }
  std::string fresh_mark() { return "mark-of-" + std::to_string(++marks_) + ";"; }
  boost::json::value page(Actor& who, std::string const& after = "0") {
    return story.expect(who.visitor.get("/v1/bookings/" + id + "/messages?after=" + after), 200);
  }

  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  std::string id = story.booked_and_paid(client, specialist, start);
  std::string welcome;

 private:
  int marks_ = 0;
};

TEST_F(TheChat, is_between_the_two_and_for_nobody_else) {
  CLAUSE("HAR-4.2.17d");
  auto const one = joins(client);
  EXPECT_THAT(welcome, HasSubstr(R"("chat":true)"));
  auto const two = joins(specialist);
  EXPECT_THAT(say(*one, "Здравствуйте"), HasSubstr(R"("who":"client")"));
  EXPECT_THAT(two->hear_until("said"), HasSubstr("Здравствуйте"));
  EXPECT_EQ(text_at(page(specialist), "messages.0.text"), "Здравствуйте");
  auto& stranger = story.client("stranger", "+77010000009");
  auto const where = "/v1/bookings/" + id + "/messages";
  EXPECT_EQ(stranger.visitor.get(where).status, 404);
  EXPECT_EQ(story.staff("support").visitor.get(where).status, 403);
  EXPECT_EQ(story.staff("administrator").visitor.get(where).status, 403);
  EXPECT_EQ(client.visitor.get(where + "?after=-1").status, 400);
}

TEST_F(TheChat, takes_up_to_two_thousand_letters) {
  auto const visit = joins(client);
  EXPECT_THAT(say(*visit, letters(1999)), HasSubstr(R"("type":"said")"));
  EXPECT_THAT(say(*visit, letters(2000)), HasSubstr(R"("type":"said")"));
  EXPECT_THAT(say(*visit, letters(2001)), HasSubstr(R"("code":"too_long")"));
  EXPECT_THAT(say(*visit, letters(1)), HasSubstr(R"("type":"said")"));
  EXPECT_THAT(say(*visit, " \n\t "), HasSubstr(R"("code":"empty")"));
  EXPECT_THAT(say(*visit, "\xE2\x80\x8D"), HasSubstr(R"("code":"empty")")) << "nothing of it is seen";
  EXPECT_THAT(say(*visit, "\u200b\u2060\u202e"), HasSubstr(R"("code":"empty")"));
  EXPECT_THAT(say(*visit, "\u2800"), HasSubstr(R"("code":"empty")"));
  EXPECT_THAT(say(*visit, "a bell \a"), HasSubstr(R"("code":"not_plain")"));
  EXPECT_THAT(say(*visit, std::string("nothing\0", 8)), HasSubstr(R"("code":"not_plain")"));
  EXPECT_THAT(say(*visit, "  two\nlines  "), HasSubstr(R"("text":"two\nlines")"));
}

TEST_F(TheChat, holds_five_hundred_messages_of_one_side) {
  // A socket takes 300 messages in 15 s, a minute 20 of one side.
  std::unique_ptr<RoomVisit> visit;
  for (int i = 0; i < 500; ++i) {
    if (i % 20 == 0) story.business().clock().set(start + minutes(i / 20));
    if (i % 100 == 0) visit = joins(client);
    ASSERT_THAT(say(*visit, "a line"), HasSubstr(R"("number":)" + std::to_string(i + 1) + ",")) << i;
  }
  story.business().clock().set(start + minutes(30));
  EXPECT_THAT(say(*visit, "one more"), HasSubstr(R"("code":"too_many")"));
  EXPECT_THAT(say(*joins(story.specialist("specialist", saule)), "the other side"), HasSubstr(R"("number":501,)"));
  auto const first = page(client);
  EXPECT_EQ(at(first, "messages").as_array().size(), 100U);
  EXPECT_TRUE(flag_at(first, "more"));
  EXPECT_EQ(whole_at(page(client, "400"), "messages.99.number"), 500);
  EXPECT_TRUE(flag_at(page(client, "400"), "more"));
  EXPECT_FALSE(flag_at(page(client, "401"), "more"));
  EXPECT_EQ(at(page(client, "501"), "messages").as_array().size(), 0U);
}

TEST_F(TheChat, comes_back_whole_after_a_cut_and_a_restart) {
  std::string const mark = fresh_mark();
  auto visit = joins(client);
  (void)say(*visit, "before the cut", mark);
  visit.reset();
  story.business().restart();
  specialist.visitor.meet(story.business().port());
  client.visitor.meet(story.business().port());
  auto const other = joins(specialist);
  (void)say(*other, "while you were away");
  visit = joins(client);
  EXPECT_THAT(say(*visit, "before the cut", mark), HasSubstr(R"("number":1,)"));
  auto const all = page(client);
  ASSERT_EQ(at(all, "messages").as_array().size(), 2U);
  EXPECT_EQ(text_at(all, "messages.1.text"), "while you were away");
}

TEST_F(TheChat, is_read_after_the_session_and_taken_no_more) {
  {
    auto const visit = joins(client);
    (void)say(*visit, "to be read later");
    visit->leave();
  }
  story.pass_until(start + minutes(70));
  EXPECT_EQ(RoomVisit(story.business().port(), client.visitor.token(), id).status(), 409);
  EXPECT_EQ(text_at(page(client), "messages.0.text"), "to be read later");
  EXPECT_EQ(text_at(page(story.specialist("specialist", saule)), "messages.0.text"), "to be read later");
  auto const data = story.expect(client.visitor.get("/v1/me/data"), 200);
  EXPECT_EQ(text_at(data, "session_messages.0.text"), "to be read later");
}

TEST_F(TheChat, says_so_when_the_queue_of_the_database_is_full) {
  auto const visit = joins(client);
  auto& database = story.business().business().database();
  {
    BusyWriter busy(database);
    busy.fill_queue();
    EXPECT_THAT(say(*visit, "no place left"), HasSubstr(R"("code":"not_kept")"));
  }
  ASSERT_TRUE(eventually([&] { return database.counters().writes_waiting == 0; }));
  EXPECT_THAT(say(*visit, "there is again"), HasSubstr(R"("type":"said")"));
}

TEST_F(TheChat, lies_nowhere_in_the_open) {
  std::string const planted = "canary-words-of-a-chat";
  auto const visit = joins(client);
  (void)say(*visit, planted);
  (void)page(specialist);
  visit->leave();
  story.settle();
  int files = 0;
  for (auto const& file : fs::recursive_directory_iterator(story.business().data())) {
    if (!file.is_regular_file()) continue;
    ++files;
    EXPECT_EQ(read(file.path()).find(planted), std::string::npos) << file.path();
  }
  EXPECT_GT(files, 0);
}

fs::path without_either(ScratchFolder const& folder) {
  auto const brand = folder.path() / "harmonia";
  fs::copy(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia", brand, fs::copy_options::recursive);
  auto text = read(brand / "brand.toml");
  for (std::string const on : {"chat         = true", "screen_share = true"}) {
    text.replace(text.find(on), on.size(), on.substr(0, on.size() - 4) + "false");
  }
  std::ofstream(brand / "brand.toml", std::ios::binary) << text;
  return brand;
}

struct Folder {
  ScratchFolder folder;
};
class WithoutEither : private Folder, public TheChat {
 protected:
  WithoutEither() : TheChat(without_either(folder)) {}
};

TEST_F(WithoutEither, the_server_takes_no_message_and_no_screen) {
  auto const visit = joins(client);
  EXPECT_THAT(welcome, HasSubstr(R"("chat":false)"));
  EXPECT_THAT(welcome, HasSubstr(R"("screen_share":false)"));
  EXPECT_THAT(say(*visit, "hello"), HasSubstr(R"("code":"chat_off")"));
  visit->say(R"({"type":"share","on":true})");
  EXPECT_THAT(visit->hear_until("not_shared"), HasSubstr(R"("code":"share_off")"));
  EXPECT_EQ(at(page(client), "messages").as_array().size(), 0U);
}

}  // namespace
}  // namespace kelisim::test
