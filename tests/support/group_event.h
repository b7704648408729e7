#pragma once

#include "room_visit.h"
#include "story.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <string>

namespace kelisim::test {

/// An event on Thursday 10 December, 12:00–13:00 of Astana, with Saule as its speaker and two places.
class GroupEvent : public ::testing::Test {
 protected:
  static constexpr char const* saules_phone = "+77000000014";

  explicit GroupEvent(groups::Engine* engine = nullptr, std::filesystem::path const& brand = {})
      : story(1, brand, {}, nullptr, engine) {}

  Story story;
  Actor& support = story.staff("support");
  Actor& specialist = story.specialist("specialist", saules_phone);
  Actor& first = story.client("first", "+77010000001");
  Actor& second = story.client("second", "+77010000002");
  Actor& third = story.client("third", "+77010000003");
  Instant start = astana("2026-12-10T12:00");
  Instant end = astana("2026-12-10T13:00");
  std::string specialist_id = text_at(specialist.visitor.get("/v1/me").json(), "id");
  std::string id = appointed();

  boost::json::object plan() const {
    return {{"titles", boost::json::object{{"ru", "Сон"}, {"kk", "Ұйқы"}, {"en", "Sleep"}}},
            {"starts_at", to_rfc3339(start)},
            {"minutes", 60},
            {"capacity", 2},
            {"speakers", boost::json::array{boost::json::value(specialist_id)}}};
  }
  std::string appointed() {
    return text_at(story.expect(support.visitor.post("/v1/staff/groups", plan()), 201), "id");
  }
  std::string code(Answer const& answer) { return text_at(answer.json(), "code"); }
  Answer registers(Actor& who) { return who.visitor.post("/v1/groups/" + id + "/registration", {}); }

  void pass_to_the_hour() {
    story.pass_until(start - std::chrono::minutes(10));
    (void)story.specialist("specialist", saules_phone);  // signed out after a quarter of an hour without a call
    (void)story.staff("support");
  }
  std::unique_ptr<RoomVisit> knocks(Actor& who) {
    return std::make_unique<RoomVisit>(story.business().port(), who.visitor.token(), GroupId{id});
  }
  /// Says how it comes.
  static void greet(RoomVisit& visit, std::string const& name, bool encrypts = true) {
    say(visit, {{"type", "hello"}, {"name", name}, {"key", "of " + name}, {"encrypts", encrypts}});
  }
  std::unique_ptr<RoomVisit> enters(Actor& who, bool encrypts = true) {
    auto visit = knocks(who);
    EXPECT_EQ(visit->status(), 101) << who.label;
    greet(*visit, who.label, encrypts);
    return visit;
  }
  static boost::json::value welcome(RoomVisit& visit) { return boost::json::parse(visit.hear_until("\"welcome\"")); }
  static std::string own_id(boost::json::value const& welcomed) { return text_at(welcomed, "stage.you.id"); }
  static void say(RoomVisit& visit, boost::json::object what) { visit.say(boost::json::serialize(what)); }
  /// The next stage of which this holds.
  template <class Holds>
  static boost::json::value stage_where(RoomVisit& visit, Holds holds) {
    while (true) {
      auto const told = boost::json::parse(visit.hear_until("\"type\":\"stage\""));
      if (holds(told.at("stage"))) return told.at("stage");
    }
  }
  /// Two ticks of the room begin and end: at least the second saw the clock as it stands.
  static void see_two_ticks(RoomVisit& viewer) {
    for (bool const raised : {true, false}) {
      say(viewer, {{"type", "hand"}, {"raised", raised}});
      (void)stage_where(
          viewer, [&](boost::json::value const& told) { return told.at("you").at("hand").as_bool() == raised; });
      (void)viewer.hear_until("\"type\":\"stage\"");  // everybody is told how many they are, by a tick
    }
  }
  std::int64_t audit_rows() {
    auto& business = story.business().business();
    return business.database().read_now([&](db::Tx& tx) { return business.audit().verify(tx).rows; });
  }
  /// The business has written everything that was to be written so far.
  void settle_writes() {
    story.business().business().database().write_now([](db::Tx&) {});
  }
};

}  // namespace kelisim::test
