// What a client says after a session, and what the business makes of it.
#include "byte_scan.h"
#include "clause_mark.h"
#include "room_visit.h"
#include "story.h"

#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include <memory>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";
constexpr char const* words = "Спасибо, Лотосу стало легче. Мой номер +7 701 000 00 01, почта lotos@mail.example";

/// A session of Thursday 10 December, 12:00–13:00 of Astana.
class Feedback : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  Instant end = astana("2026-12-10T13:00");
  std::string id = story.booked_and_paid(client, specialist, start);

  std::unique_ptr<RoomVisit> come(Actor& who) {
    auto visit = std::make_unique<RoomVisit>(story.business().port(), who.visitor.token(), id);
    (void)visit->hear_until("welcome");
    return visit;
  }
  void leave(RoomVisit& visit, Instant at) {
    story.business().clock().set(at);
    visit.leave();
    story.business().business().database().write_now([](db::Tx&) {});
  }
  void hold() {
    story.pass_until(start - minutes(10));
    (void)story.specialist("specialist", saule);  // signed out after a quarter of an hour without a call
    story.pass_until(start);
    auto one = come(specialist);
    auto two = come(client);
    leave(*one, end);
    leave(*two, end + microseconds(1));
    story.pass_until(end + minutes(1));
    story.forget();
  }
  std::string where() { return "/v1/bookings/" + id + "/feedback"; }
  Answer say(std::string const& text, std::string const& about = "session") {
    return client.visitor.post(where(), object{{"about", about}, {"words", text}});
  }
  boost::json::value list() { return story.expect(client.visitor.get(where()), 200); }
  boost::json::value research() {
    return story.expect(story.staff("administrator").visitor.get("/v1/staff/feedback/research?month=2026-12"), 200);
  }
  boost::json::value testimonies() {
    return at(story.expect(story.visitor("reader", "").visitor.get("/v1/testimonies"), 200), "items");
  }
};

TEST_F(Feedback, is_kept_with_its_session_time_and_words_and_sealed) {
  CLAUSE("HAR-3.11a");
  EXPECT_EQ(say(words).status, 409) << "the session is ahead";
  hold();
  EXPECT_EQ(at(list(), "may_give").as_array().size(), 2U);
  auto const given = story.expect(say(words), 201);
  EXPECT_EQ(text_at(given, "words"), words);
  EXPECT_EQ(text_at(given, "given_at"), to_rfc3339(story.now()));
  auto const again = say("and more");
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(text_at(again.json(), "code"), "feedback_given");
  EXPECT_EQ(text_at(again.json(), "clause.id"), "HAR-3.11a");
  (void)story.expect(say("The site is clear", "service"), 201);
  auto const all = list();
  EXPECT_EQ(at(all, "given").as_array().size(), 2U);
  EXPECT_TRUE(at(all, "may_give").as_array().empty());
  EXPECT_EQ(story.client("stranger", "+77010000009").visitor.get(where()).status, 404);
  EXPECT_EQ(specialist.visitor.get(where()).status, 403);
  story.business().stop();
  EXPECT_THAT(found_under(story.business().data(), {"стало легче"}), ::testing::IsEmpty());
}

TEST_F(Feedback, left_empty_changes_neither_money_nor_access) {
  CLAUSE("HAR-3.11a");
  hold();
  for (auto const* const nothing : {"", "  \n "}) {
    auto const refused = say(nothing);
    EXPECT_EQ(refused.status, 400) << refused.body;
  }
  EXPECT_TRUE(at(list(), "given").as_array().empty());
  story.pass_until(end + hours(12) + minutes(2));
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay +1568000", "commission_revenue - -320000",
                                     "gateway_fee freedompay +32000", "specialist_payable specialist -1280000"}));
  EXPECT_FALSE(story.book(client, specialist, astana("2026-12-15T12:00")).empty());
}

TEST_F(Feedback, leaves_for_research_without_whoever_wrote_it) {
  CLAUSE("HAR-3.11b");
  hold();
  (void)story.expect(say(words), 201);
  auto const exported = research();
  EXPECT_EQ(text_at(exported, "clause.id"), "HAR-3.11b");
  ASSERT_EQ(at(exported, "items").as_array().size(), 1U);
  EXPECT_EQ(text_at(exported, "items.0.words"), "Спасибо, […] стало легче. Мой номер […], почта […]");
  auto const text = boost::json::serialize(exported);
  for (auto const& trace : {client.id, id, std::string("701"), std::string("Лотос"), std::string("2026"),
                            std::string("@"), std::string("\"id\":\"0")}) {
    EXPECT_EQ(text.find(trace), std::string::npos) << trace << " in " << text;
  }
  auto const log = story.expect(client.visitor.get("/v1/me/access-log"), 200);
  EXPECT_EQ(text_at(log, "reads.0.action"), "reviews.exported_for_research");
  EXPECT_EQ(story.staff("support").visitor.get("/v1/staff/feedback/research?month=2026-12").status, 403);
  auto const other = story.staff("administrator").visitor.get("/v1/staff/feedback/research?month=2026-11");
  EXPECT_TRUE(at(story.expect(other, 200), "items").as_array().empty());
  EXPECT_EQ(story.staff("administrator").visitor.get("/v1/staff/feedback/research?month=soon").status, 400);
}

TEST_F(Feedback, is_published_with_a_name_on_separate_consent_that_can_be_withdrawn) {
  CLAUSE("HAR-3.11b");
  hold();
  auto const feedback = text_at(story.expect(say("It helped"), 201), "id");
  auto& administrator = story.staff("administrator");
  auto const publish = [&] { return administrator.visitor.post("/v1/staff/feedback/" + feedback + "/testimony"); };
  auto const refused = publish();
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(text_at(refused.json(), "code"), "name_consent_missing");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-3.11b");
  EXPECT_TRUE(testimonies().as_array().empty());

  auto const consent = "/v1/feedback/" + feedback + "/name-consent";
  EXPECT_EQ(story.client("stranger", "+77010000009").visitor.put(consent, object{{"name", "X"}}).status, 404);
  (void)story.expect(client.visitor.put(consent, object{{"name", "Лотос К."}}), 200);
  EXPECT_TRUE(testimonies().as_array().empty()) << "a consent is no publication";
  EXPECT_EQ(administrator.visitor.get("/v1/staff/testimonies").status, 400) << "no purpose";
  auto const waiting = story.expect(administrator.visitor.get("/v1/staff/testimonies?purpose=client_request"), 200);
  EXPECT_EQ(text_at(waiting, "items.0.name"), "Лотос К.");
  (void)story.expect(publish(), 201);
  EXPECT_EQ(publish().status, 409);
  EXPECT_EQ(text_at(testimonies().as_array().at(0), "name"), "Лотос К.");
  EXPECT_EQ(text_at(testimonies().as_array().at(0), "words"), "It helped");
  EXPECT_TRUE(has(list(), "given.0.published_at"));

  (void)story.expect(client.visitor.del(consent), 200);
  EXPECT_TRUE(testimonies().as_array().empty());
  EXPECT_EQ(text_at(publish().json(), "code"), "name_consent_missing");
}

}  // namespace
}  // namespace kelisim::test
