// Who asked from where, and what was refused to whom.
#include "byte_scan.h"
#include "clause_mark.h"
#include "room_visit.h"
#include "story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";
constexpr char const* guessed = "01KA0000000000000000000000";

class SecurityLog : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& victim = story.client("victim", "+77010000001");
  Actor& stranger = story.client("stranger", "+77010000002");
  std::string booking = story.booked_and_paid(victim, specialist, astana("2026-12-10T12:00"));

  boost::json::array lines(std::string const& query) {
    story.pass(minutes(1));  // lines are written out each minute
    auto const page = story.expect(story.staff("administrator").visitor.get("/v1/staff/security-log" + query), 200);
    return at(page, "items").as_array();
  }
  [[nodiscard]] bool is_noted(std::string const& route, std::string const& object) {
    return std::ranges::any_of(lines("?kind=refused&person=" + stranger.id), [&](boost::json::value const& line) {
      return text_at(line, "route") == route && has(line, "object") && text_at(line, "object") == object;
    });
  }
  /// Lines of refusals of the stranger, by their route.
  std::map<std::string, boost::json::value> refused() {
    std::map<std::string, boost::json::value> found;
    for (auto const& line : lines("?kind=refused&person=" + stranger.id)) found[text_at(line, "route")] = line;
    return found;
  }
};

TEST_F(SecurityLog, what_is_somebody_elses_is_denied_as_if_it_did_not_exist_and_written_down) {
  CLAUSE("HAR-4.2.17d");
  auto const asked = victim.visitor.post("/v1/questions", object{{"text", "May I move my session?"}});
  auto const chat = text_at(story.expect(asked, 201), "id");
  std::map<std::string, std::string> const tried{
      {"get_booking", "/v1/bookings/" + booking},
      {"read_claim", "/v1/claims/" + chat},
  };
  for (auto const& [route, target] : tried) {
    auto const foreign = stranger.visitor.get(target);
    auto const missing = stranger.visitor.get(target.substr(0, target.rfind('/') + 1) + guessed);
    EXPECT_EQ(foreign.status, 404) << target;
    EXPECT_EQ(foreign.body, missing.body) << "nothing is said of whether it exists";
  }
  EXPECT_EQ(stranger.visitor.get("/v1/staff/people/" + victim.id + "?purpose=security").status, 403);
  story.pass_until(astana("2026-12-10T11:57"));
  EXPECT_EQ(RoomVisit(story.business().port(), stranger.visitor.token(), booking).status(), 404);

  auto const log = refused();
  EXPECT_TRUE(is_noted("get_booking", booking));
  EXPECT_EQ(whole_at(log.at("get_booking"), "status"), 404);
  EXPECT_TRUE(is_noted("read_claim", chat));
  EXPECT_EQ(whole_at(log.at("read_person"), "status"), 403);
  EXPECT_TRUE(log.contains("room")) << "the door of the room, too";
  EXPECT_TRUE(lines("?kind=refused&person=" + victim.id).empty()) << "one's own is no attempt";
}

TEST_F(SecurityLog, what_is_no_id_is_not_kept_and_repeats_are_counted) {
  CLAUSE("HAR-4.2.17d");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(stranger.visitor.get("/v1/bookings/%2B77010000001").status, 404);
  auto const log = refused();
  EXPECT_FALSE(has(log.at("get_booking"), "object")) << "it may be anything, a telephone number too";
  EXPECT_EQ(whole_at(log.at("get_booking"), "times"), 3);
}

TEST_F(SecurityLog, the_address_of_a_request_is_in_the_access_log_and_lies_sealed) {
  CLAUSE("HAR-8.4c");
  EXPECT_EQ(stranger.visitor.get("/v1/bookings").status, 200);
  auto const log = lines("?kind=accesses&person=" + stranger.id);
  ASSERT_FALSE(log.empty());
  EXPECT_FALSE(has(log.front(), "address")) << "it is opened by itself";
  auto const where = "/v1/staff/security-log/" + text_at(log.front(), "id") + "/address";
  auto& administrator = story.staff("administrator");
  EXPECT_EQ(administrator.visitor.get(where + "?kind=accesses").status, 400) << "a purpose is asked for";
  auto const opened = administrator.visitor.get(where + "?kind=accesses&purpose=security");
  EXPECT_EQ(text_at(story.expect(opened, 200), "address"), "127.0.0.1");
  auto const seen = stranger.visitor.get("/v1/me/access-log");
  EXPECT_NE(seen.body.find("privacy.address_opened"), std::string::npos) << seen.body;
  EXPECT_EQ(story.staff("support").visitor.get("/v1/staff/security-log").status, 403);
}

}  // namespace
}  // namespace kelisim::test
