// A connection that is lost is not a client who leaves; where the service lost it, the claim finds just that.
#include "clause_mark.h"
#include "eventually.h"
#include "room_visit.h"
#include "story.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr char const* saule = "+77000000014";
constexpr std::int64_t price = 1'600'000;

/// A paid session of Thursday 10 December, 12:00–13:00 of Astana, and its two.
class LostConnection : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  Instant end = astana("2026-12-10T13:00");
  std::string id = story.booked_and_paid(client, specialist, start);

  LostConnection() {
    story.pass_until(start - minutes(10));
    (void)story.specialist("specialist", saule);  // signed out after a quarter of an hour without a call
    story.pass_until(start);
  }

  std::unique_ptr<RoomVisit> come(Actor& who) {
    auto visit = std::make_unique<RoomVisit>(story.business().port(), who.visitor.token(), id);
    if (visit->status() == 101) (void)visit->hear_until("welcome");
    return visit;
  }
  void move_to(Instant at) { story.business().clock().set(at); }
  /// Said and read by the server, at the instant at which its clock stands.
  static void say(RoomVisit& visit, std::string_view what) {
    visit.say(what);
    visit.say(R"({"type":"beat"})");
    (void)visit.hear_until("beat");
  }
  boost::json::value presence() { return story.expect(client.visitor.get("/v1/bookings/" + id + "/presence"), 200); }
  /// The line is cut without a good-bye; the server has written when it last heard of it.
  void cut(std::unique_ptr<RoomVisit> visit) {
    auto const ended = [&] {
      std::size_t count = 0;
      for (auto const& stay : presence().at("stays").as_array()) count += stay.as_object().contains("left_at");
      return count;
    };
    auto const before = ended();
    say(*visit, R"({"type":"beat"})");
    visit.reset();
    ASSERT_TRUE(eventually([&] { return ended() == before + 1; }));
  }
  void leave(RoomVisit& visit, Instant at) {
    move_to(at);
    visit.leave();
    story.business().business().database().write_now([](db::Tx&) {});
  }
  /// Both sit in the room and receive nothing of each other from one instant to another.
  void both_deaf(RoomVisit& one, RoomVisit& other, Instant from, Instant until) {
    for (auto at = from + seconds(10); at <= until; at = at + seconds(20)) {
      move_to(at);
      say(one, R"({"type":"hearing","hears":false})");
      say(other, R"({"type":"hearing","hears":false})");
    }
    move_to(until);
    story.business().business().database().write_now([](db::Tx&) {}, db::Lane::ordinary);
  }
  std::string filed(std::string const& category = "technical_connection") {
    auto const answer = client.visitor.post("/v1/bookings/" + id + "/claims",
                                            object{{"category", category}, {"text", "Nothing was heard any more"}});
    auto const made = story.expect(answer, 201);
    EXPECT_EQ(text_at(made, "standing"), "disputed");
    return text_at(made, "id");
  }
  Answer rule(std::string const& claim, std::string const& finding) {
    return story.staff("support").visitor.post("/v1/staff/claims/" + claim + "/rulings",
                                               object{{"finding", finding}, {"reasons", "By the record"}});
  }
  boost::json::value connection(std::string const& claim) {
    auto const answer = story.staff("support").visitor.get("/v1/staff/claims/" + claim + "?purpose=complaint");
    return at(story.expect(answer, 200), "session.connection");
  }
};

TEST_F(LostConnection, of_the_client_for_three_minutes_is_no_breach_and_no_leaving) {
  CLAUSE("HAR-4.2.13b");
  auto one = come(specialist);
  auto two = come(client);
  move_to(start + minutes(20));
  cut(std::move(two));
  move_to(start + minutes(23));
  two = come(client);
  ASSERT_EQ(two->status(), 101) << "who was lost comes back";
  leave(*one, end);
  leave(*two, end + microseconds(1));
  std::vector<boost::json::value> stays;
  for (auto const& stay : presence().at("stays").as_array()) {
    if (text_at(stay, "who") == "client") stays.push_back(stay);
  }
  ASSERT_EQ(stays.size(), 2U) << "the log keeps both stays of the client";
  EXPECT_EQ(text_at(stays[0], "reason"), "lost");
  EXPECT_EQ(text_at(stays[0], "left_at"), to_rfc3339(start + minutes(20)));
  EXPECT_EQ(text_at(stays[1], "joined_at"), to_rfc3339(start + minutes(23)));
  story.pass_until(end + minutes(1));
  EXPECT_EQ(text_at(story.booking(client, id), "outcome.kind"), "held");
  auto const breaches = story.expect(story.staff("support").visitor.get("/v1/staff/breaches"), 200);
  EXPECT_TRUE(at(breaches, "breaches").as_array().empty());
  story.pass_until(end + hours(12) + minutes(2));
  EXPECT_EQ(text_at(story.expect(client.visitor.get("/v1/bookings/" + id + "/acceptance"), 200), "state"),
            "accepted");
}

TEST_F(LostConnection, the_door_stays_open_for_who_was_lost_until_the_end) {
  CLAUSE("HAR-4.2.13b");
  auto one = come(specialist);
  cut(come(client));
  move_to(end - microseconds(1));
  EXPECT_EQ(come(client)->status(), 101);
  move_to(end);
  EXPECT_EQ(come(client)->status(), 409);
  leave(*one, end + microseconds(1));
}

TEST_F(LostConnection, by_the_service_a_claim_in_time_finds_a_failure_of_the_service_and_the_money_goes_back) {
  CLAUSE("HAR-4.2.13b");
  auto one = come(specialist);
  auto two = come(client);
  both_deaf(*one, *two, start + minutes(20), start + minutes(50));
  leave(*one, end);
  leave(*two, end + microseconds(1));
  story.pass_until(end + hours(12));  // the last instant in time
  auto const claim = filed();
  EXPECT_EQ(text_at(connection(claim), "side"), "service");
  auto const lost = whole_at(connection(claim), "service_seconds");
  EXPECT_TRUE(lost > 30 * 60 - 20 && lost <= 30 * 60) << lost << ": to the length of one report";
  for (auto const* finding : {"unfounded", "specialist_failure"}) {
    auto const refused = rule(claim, finding);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(text_at(refused.json(), "code"), "ruling_against_record");
    EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-4.2.13b");
  }
  auto const ruled = story.expect(rule(claim, "service_failure"), 201);
  EXPECT_EQ(whole_at(ruled, "claim.rulings.0.refund.minor"), price);
  auto const chosen = client.visitor.post("/v1/bookings/" + id + "/remedy", object{{"choice", "refund"}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  story.settle();
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), price);
}

TEST_F(LostConnection, by_the_service_the_client_may_choose_a_free_repeat) {
  CLAUSE("HAR-4.2.13b");
  auto one = come(specialist);
  auto two = come(client);
  move_to(start + minutes(20));
  cut(std::move(one));
  cut(std::move(two));  // both at once, and neither gets back in
  story.pass_until(end + minutes(1));
  auto const claim = filed();
  EXPECT_EQ(text_at(connection(claim), "side"), "service");
  (void)story.expect(rule(claim, "service_failure"), 201);
  auto const again = astana("2026-12-14T12:00");
  auto const chosen = client.visitor.post("/v1/bookings/" + id + "/remedy",
                                          object{{"choice", "repeat"}, {"starts_at", to_rfc3339(again)}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  EXPECT_EQ(text_at(chosen.json(), "repeat_of"), id);
}

TEST_F(LostConnection, by_the_client_alone_is_judged_by_staff) {
  auto one = come(specialist);
  move_to(start + minutes(20));
  cut(come(client));
  leave(*one, end);
  story.pass_until(end + minutes(1));
  auto const claim = filed();
  EXPECT_EQ(text_at(connection(claim), "side"), "client");
  (void)story.expect(rule(claim, "unfounded"), 201);
}

}  // namespace
}  // namespace kelisim::test
