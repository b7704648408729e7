#include "byte_scan.h"
#include "clause_mark.h"
#include "room_visit.h"
#include "story.h"

#include "obligations/obligations.h"
#include "terms/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";
constexpr std::int64_t price = 1'600'000;

/// A session of Thursday 10 December, 12:00–13:00 of Astana, held in full and over.
class AfterTheHour : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  Instant end = astana("2026-12-10T13:00");
  std::string id = story.booked_and_paid(client, specialist, start);

  AfterTheHour() {
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

  Answer file(std::string const& category, std::string const& text) {
    return client.visitor.post("/v1/bookings/" + id + "/claims", object{{"category", category}, {"text", text}});
  }
  boost::json::value filed(std::string const& category = "technical_connection") {
    return story.expect(file(category, "The picture froze from the tenth minute on"), 201);
  }
  boost::json::value acceptance() {
    return story.expect(client.visitor.get("/v1/bookings/" + id + "/acceptance"), 200);
  }
  Answer rule(std::string const& role, std::string const& claim, std::string const& finding,
              std::string const& reasons = "Looked at the record") {
    return story.staff(role).visitor.post("/v1/staff/claims/" + claim + "/rulings",
                                          object{{"finding", finding}, {"reasons", reasons}});
  }
  boost::json::value claim(std::string const& claim_id) {
    return story.expect(client.visitor.get("/v1/claims/" + claim_id), 200);
  }
  bool anything_earned() {
    for (auto const& line : story.balances())
      if (line.starts_with("specialist_payable")) return true;
    return false;
  }
  void expect_same_on_replay() {
    auto& business = story.business().business();
    auto const report = business.database().write_now(
        [&](db::Tx& tx) { return terms::replay_all(tx, business.replayer(), business.brand().terms); });
    EXPECT_TRUE(report.differing.empty()) << report.differing.front().replayed;
    EXPECT_GT(report.decisions, 0);
  }
  std::vector<obligations::Promise> promises(std::optional<obligations::PromiseState> state,
                                             std::string const& kind = "claims.answer") {
    obligations::PromiseFilter filter;
    filter.state = state;
    filter.kind = kind;
    return story.business().business().database().write_now(
        [&](db::Tx& tx) { return obligations::list_promises(tx, filter); });
  }
};

TEST_F(AfterTheHour, without_a_claim_the_services_are_accepted_after_twelve_hours) {
  CLAUSE("HAR-3.10a");
  story.pass_until(end + hours(12));
  EXPECT_EQ(text_at(acceptance(), "state"), "awaiting");
  EXPECT_FALSE(anything_earned());
  story.pass(minutes(2));
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
  EXPECT_EQ(text_at(acceptance(), "accepted_at"), to_rfc3339(end + hours(12)));
  EXPECT_EQ(promises(obligations::PromiseState::kept, "sessions.acceptance").size(), 1U);
  EXPECT_TRUE(anything_earned());
  expect_same_on_replay();
}

TEST_F(AfterTheHour, a_claim_with_reasons_stops_acceptance_and_holds_the_payout_until_it_is_decided) {
  CLAUSE("HAR-3.10b");
  CLAUSE("HAR-3.10e");
  story.pass_until(astana("2026-12-11T00:30"));  // long after support hours
  auto const made = filed();
  EXPECT_EQ(text_at(made, "standing"), "disputed");
  EXPECT_EQ(text_at(made, "state"), "open");
  auto const lifted = promises(obligations::PromiseState::lifted, "sessions.acceptance");
  ASSERT_EQ(lifted.size(), 1U);
  EXPECT_EQ(lifted.front().reason, "claim_filed");
  story.pass_until(end + hours(36));
  EXPECT_EQ(text_at(acceptance(), "state"), "disputed");
  EXPECT_FALSE(anything_earned());
  EXPECT_EQ(promises(obligations::PromiseState::open).size(), 1U);
}

TEST_F(AfterTheHour, a_claim_without_text_is_asked_for_its_reasons_and_the_period_keeps_running) {
  CLAUSE("HAR-3.10b");
  auto const refused = file("technical_connection", "  \n ");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(text_at(refused.json(), "code"), "claim_reasons_missing");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-3.10b");
  story.pass_until(end + hours(12) + minutes(2));
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
}

TEST_F(AfterTheHour, at_exactly_twelve_hours_a_claim_is_in_time) {
  CLAUSE("HAR-3.10d");
  story.pass_until(end + hours(12));
  EXPECT_EQ(text_at(filed(), "standing"), "disputed");
  story.pass(minutes(5));
  EXPECT_EQ(text_at(acceptance(), "state"), "disputed");
  EXPECT_FALSE(anything_earned());
}

TEST_F(AfterTheHour, a_microsecond_later_it_is_an_ordinary_request) {
  CLAUSE("HAR-3.10d");
  story.pass_until(end + hours(12) + microseconds(1));
  EXPECT_EQ(text_at(filed(), "standing"), "request");
  story.pass(minutes(5));
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
  EXPECT_TRUE(anything_earned());
}

TEST_F(AfterTheHour, staff_see_who_was_in_the_room_beside_the_claim) {
  CLAUSE("HAR-3.10c");
  auto const number = text_at(filed(), "id");
  auto& support = story.staff("support");
  EXPECT_EQ(support.visitor.get("/v1/staff/claims/" + number).status, 400) << "a purpose is asked for";
  auto const file = story.expect(support.visitor.get("/v1/staff/claims/" + number + "?purpose=complaint"), 200);
  EXPECT_EQ(text_at(file, "claim.category"), "technical_connection");
  EXPECT_EQ(text_at(file, "claim.text"), "The picture froze from the tenth minute on");
  EXPECT_EQ(text_at(file, "session.attendance"), "held");
  EXPECT_EQ(at(file, "session.stays").as_array().size(), 2U);
  EXPECT_EQ(text_at(file, "money.0.kind"), "gateway_fee");
  auto const log = client.visitor.get("/v1/me/access-log");
  EXPECT_NE(log.body.find("claims.text"), std::string::npos) << log.body;
}

TEST_F(AfterTheHour, where_the_service_failed_the_client_chooses_the_money) {
  CLAUSE("HAR-3.10f");
  auto const number = text_at(filed(), "id");
  (void)story.expect(rule("support", number, "service_failure"), 201);
  EXPECT_EQ(text_at(claim(number), "rulings.0.clause.id"), "HAR-3.10f");
  EXPECT_EQ(whole_at(claim(number), "rulings.0.refund.minor"), price);
  EXPECT_EQ(text_at(acceptance(), "state"), "not_accepted");
  auto const chosen = client.visitor.post("/v1/bookings/" + id + "/remedy", object{{"choice", "refund"}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  story.pass(hours(13));
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), price);
  EXPECT_FALSE(anything_earned());
  EXPECT_TRUE(promises(obligations::PromiseState::open).empty());
  expect_same_on_replay();
}

TEST_F(AfterTheHour, or_a_free_repeat) {
  CLAUSE("HAR-3.10f");
  auto const number = text_at(filed("specialist_late"), "id");
  (void)story.expect(rule("support", number, "specialist_failure"), 201);
  auto const chosen =
      client.visitor.post("/v1/bookings/" + id + "/remedy",
                          object{{"choice", "repeat"}, {"starts_at", to_rfc3339(astana("2026-12-14T12:00"))}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  EXPECT_EQ(text_at(chosen.json(), "repeat_of"), id);
}

TEST_F(AfterTheHour, a_session_that_is_repeated_is_not_paid_back_as_well) {
  CLAUSE("HAR-3.10f");
  auto const first = text_at(filed("specialist_late"), "id");
  (void)story.expect(rule("support", first, "specialist_failure"), 201);
  (void)story.expect(
      client.visitor.post("/v1/bookings/" + id + "/remedy",
                          object{{"choice", "repeat"}, {"starts_at", to_rfc3339(astana("2026-12-14T12:00"))}}),
      200);
  story.pass_until(end + hours(13));
  auto const second = text_at(filed("specialist_late"), "id");
  (void)story.expect(rule("support", second, "specialist_failure"), 201);
  EXPECT_EQ(whole_at(claim(second), "rulings.0.refund.minor"), 0) << "the repeat is the remedy that was chosen";
  EXPECT_EQ(client.visitor.post("/v1/bookings/" + id + "/remedy", object{{"choice", "refund"}}).status, 409);
  expect_same_on_replay();
}

TEST_F(AfterTheHour, an_upheld_claim_of_a_client_who_is_shut_out_gives_the_money_at_once) {
  CLAUSE("HAR-4.3.9c");
  auto const number = text_at(filed(), "id");
  auto const restriction = "/v1/staff/people/" + client.id + "/restriction";
  (void)story.expect(story.staff("administrator").visitor.post(restriction, object{{"reasons", "For the desk."}}),
                     201);
  (void)story.expect(rule("support", number, "service_failure"), 201);
  story.pass(minutes(5));
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay -32000", "gateway_fee freedompay +32000"}))
      << "there is nothing left to choose for whoever can book no repeat";
}

TEST_F(AfterTheHour, an_unfounded_claim_accepts_the_session_and_pays_once) {
  CLAUSE("HAR-3.10f");
  auto const number = text_at(filed(), "id");
  EXPECT_EQ(text_at(rule("support", number, "unfounded", " ").json(), "code"), "ruling_reasons_missing");
  (void)story.expect(rule("support", number, "unfounded", "Both were there for the whole hour"), 201);
  EXPECT_EQ(text_at(claim(number), "rulings.0.reasons"), "Both were there for the whole hour");
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
  auto const balances = story.balances();
  story.pass_until(end + hours(13));
  EXPECT_EQ(story.balances(), balances) << "accepting twice pays once";
  auto const news = story.news();
  EXPECT_NE(std::ranges::find(news, "notice claim_ruled to client by account, sms"), news.end());
  expect_same_on_replay();
}

TEST_F(AfterTheHour, an_appeal_goes_to_another_person_and_adds_a_decision) {
  auto const number = text_at(filed(), "id");
  (void)story.expect(rule("support", number, "unfounded"), 201);
  EXPECT_EQ(text_at(rule("administrator", number, "service_failure").json(), "code"), "ruling_stands");
  (void)story.expect(client.visitor.post("/v1/claims/" + number + "/appeal", object{{"text", "Please look again"}}),
                     200);
  EXPECT_EQ(text_at(rule("support", number, "service_failure").json(), "code"), "ruling_needs_another_person");
  (void)story.expect(rule("administrator", number, "service_failure"), 201);
  auto const after = claim(number);
  EXPECT_EQ(text_at(after, "state"), "final");
  EXPECT_EQ(text_at(after, "rulings.0.finding"), "unfounded");
  EXPECT_EQ(text_at(after, "rulings.1.finding"), "service_failure");
  EXPECT_EQ(text_at(acceptance(), "state"), "not_accepted");
  EXPECT_EQ(text_at(rule("administrator", number, "unfounded").json(), "code"), "ruling_is_final");
  story.settle();
  auto const news = story.news();
  EXPECT_NE(std::ranges::find(news, "notice claim_ruled_again to client by account, sms"), news.end());
  auto const chosen = client.visitor.post("/v1/bookings/" + id + "/remedy", object{{"choice", "refund"}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
  story.pass(hours(1));
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), price);
  expect_same_on_replay();
}

TEST_F(AfterTheHour, what_is_asked_again_has_a_new_day_of_answer) {
  auto const number = text_at(filed(), "id");
  EXPECT_EQ(text_at(claim(number), "answer_by"), to_rfc3339(astana("2026-12-16T00:00") - microseconds(1)));
  (void)story.expect(rule("support", number, "unfounded"), 201);
  story.business().clock().set(astana("2026-12-17T11:00"));
  (void)story.expect(client.visitor.post("/v1/claims/" + number + "/appeal", object{{"text", "Please look again"}}),
                     200);
  // Three working days after Thursday: 18, 21 and 22 December.
  EXPECT_EQ(text_at(claim(number), "answer_by"), to_rfc3339(astana("2026-12-23T00:00") - microseconds(1)));
  auto const queue = story.expect(story.staff("support").visitor.get("/v1/staff/claims?state=appealed"), 200);
  EXPECT_FALSE(at(queue, "claims.0.overdue").as_bool());
}

TEST_F(AfterTheHour, after_fourteen_days_a_ruling_stands) {
  auto const number = text_at(filed(), "id");
  (void)story.expect(rule("support", number, "unfounded"), 201);
  story.business().clock().set(astana("2026-12-25T00:00"));
  auto const late = client.visitor.post("/v1/claims/" + number + "/appeal", object{{"text", "Please look again"}});
  EXPECT_EQ(text_at(late.json(), "code"), "appeal_too_late");
}

TEST_F(AfterTheHour, dissatisfaction_is_answered_and_refunds_nothing) {
  CLAUSE("HAR-6.5a");
  auto const made = filed("dissatisfaction");
  EXPECT_EQ(text_at(made, "standing"), "feedback");
  auto const number = text_at(made, "id");
  EXPECT_EQ(text_at(rule("support", number, "service_failure").json(), "code"), "ruling_no_ground");
  (void)story.expect(story.staff("support").visitor.post("/v1/staff/claims/" + number + "/messages",
                                                         object{{"text", "Thank you for telling us"}}),
                     200);
  EXPECT_EQ(text_at(claim(number), "state"), "answered");
  EXPECT_EQ(text_at(claim(number), "messages.0.by"), "staff");
  story.pass_until(end + hours(12) + minutes(2));
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), 0);
}

TEST_F(AfterTheHour, a_question_has_a_number_and_is_tracked_to_its_answer) {
  CLAUSE("HAR-4.1.6a");
  story.pass_until(astana("2026-12-10T21:00"));
  auto const asked =
      story.expect(client.visitor.post("/v1/questions", object{{"text", "How do I change my phone?"}}), 201);
  EXPECT_EQ(whole_at(asked, "number"), 1);
  EXPECT_EQ(text_at(asked, "state"), "open");
  // Three working days: 11, 14 and 15 December; the law's ten days would end later.
  EXPECT_EQ(text_at(asked, "answer_by"), to_rfc3339(astana("2026-12-16T00:00") - microseconds(1)));
  story.pass_until(astana("2026-12-11T10:15"));
  story.forget();
  (void)story.expect(story.staff("support").visitor.post("/v1/staff/claims/" + text_at(asked, "id") + "/messages",
                                                         object{{"text", "In the settings of your account"}}),
                     200);
  EXPECT_EQ(text_at(claim(text_at(asked, "id")), "state"), "answered");
  story.settle();
  auto const news = story.news();
  EXPECT_NE(std::ranges::find(news, "notice claim_answered to client by account"), news.end());
  EXPECT_EQ(promises(obligations::PromiseState::kept).size(), 1U);
}

TEST_F(AfterTheHour, a_dispute_goes_to_court_only_after_both_have_written_and_with_a_closing_note) {
  CLAUSE("HAR-6.7a");
  auto const number = text_at(filed(), "id");
  auto const mark = [&](std::string const& note) {
    return story.staff("support").visitor.post("/v1/staff/claims/" + number + "/court", object{{"note", note}});
  };
  auto const refused = mark("They do not agree");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(text_at(refused.json(), "code"), "court_not_negotiated");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-6.7a");
  (void)story.expect(story.staff("support").visitor.post("/v1/staff/claims/" + number + "/messages",
                                                         object{{"text", "We offer a free repeat"}}),
                     200);
  EXPECT_EQ(text_at(mark("They do not agree").json(), "code"), "court_not_negotiated") << "the client is silent";
  (void)story.expect(client.visitor.post("/v1/claims/" + number + "/messages", object{{"text", "No"}}), 200);
  EXPECT_EQ(text_at(mark("  \n").json(), "code"), "court_note_missing");
  story.settle();
  story.forget();
  auto const marked = story.expect(mark("A repeat was offered and refused"), 201);
  EXPECT_EQ(text_at(marked, "claim.court.clause.id"), "HAR-6.7a");
  EXPECT_EQ(text_at(claim(number), "court.note"), "A repeat was offered and refused") << "the client reads it";
  EXPECT_EQ(text_at(mark("Once more").json(), "code"), "court_marked_before");
  story.settle();
  auto const news = story.news();
  EXPECT_NE(std::ranges::find(news, "notice claim_in_court to client by account"), news.end());
  EXPECT_EQ(client.visitor.get("/v1/claims/" + number + "/archive").status, 200) << "and it stands in the archive";
}

TEST_F(AfterTheHour, a_second_claim_belongs_to_the_first) {
  auto const number = text_at(filed(), "id");
  EXPECT_EQ(text_at(file("other", "One thing more").json(), "code"), "claim_open");
  (void)story.expect(client.visitor.post("/v1/claims/" + number + "/messages", object{{"text", "One thing more"}}),
                     200);
  EXPECT_EQ(text_at(claim(number), "messages.0.text"), "One thing more");
}

TEST_F(AfterTheHour, after_a_ruling_what_is_new_is_a_request_and_disputes_nothing) {
  CLAUSE("HAR-3.10f");
  (void)story.expect(rule("support", text_at(filed(), "id"), "unfounded"), 201);
  EXPECT_FALSE(at(acceptance(), "may_claim").as_bool());
  auto const balances = story.balances();
  auto const again = filed("specialist_late");
  EXPECT_EQ(text_at(again, "standing"), "request");
  EXPECT_EQ(text_at(acceptance(), "state"), "accepted");
  (void)story.expect(rule("support", text_at(again, "id"), "unfounded"), 201);
  EXPECT_EQ(story.balances(), balances) << "nothing is earned a second time";
  expect_same_on_replay();
}

TEST_F(AfterTheHour, after_a_founded_claim_another_accepts_nothing) {
  CLAUSE("HAR-3.10f");
  (void)story.expect(rule("support", text_at(filed(), "id"), "service_failure"), 201);
  auto const again = filed("other");
  EXPECT_EQ(text_at(again, "standing"), "request");
  (void)story.expect(rule("support", text_at(again, "id"), "unfounded"), 201);
  EXPECT_EQ(text_at(acceptance(), "state"), "not_accepted");
  EXPECT_FALSE(anything_earned());
  auto const chosen = client.visitor.post("/v1/bookings/" + id + "/remedy", object{{"choice", "refund"}});
  EXPECT_EQ(chosen.status, 200) << chosen.body;
}

TEST_F(AfterTheHour, staff_can_answer_however_much_the_client_wrote) {
  auto const asked = text_at(
      story.expect(client.visitor.post("/v1/questions", object{{"text", "How do I change my phone?"}}), 201), "id");
  for (int more = 1; more <= 100; ++more) {
    (void)story.expect(client.visitor.post("/v1/claims/" + asked + "/messages", object{{"text", "And more"}}), 200);
  }
  EXPECT_EQ(
      text_at(client.visitor.post("/v1/claims/" + asked + "/messages", object{{"text", "And more"}}).json(), "code"),
      "case_too_many_messages");
  (void)story.expect(story.staff("support").visitor.post("/v1/staff/claims/" + asked + "/messages",
                                                         object{{"text", "In the settings of your account"}}),
                     200);
  EXPECT_EQ(text_at(claim(asked), "state"), "answered");
  EXPECT_TRUE(promises(obligations::PromiseState::open).empty());
}

TEST_F(AfterTheHour, what_stops_nothing_is_bounded_and_never_stands_in_the_way_of_a_claim_in_time) {
  for (int more = 1; more <= 4; ++more) (void)filed("dissatisfaction");
  (void)story.expect(client.visitor.post("/v1/questions", object{{"text", "How do I change my phone?"}}), 201);
  for (auto const& refused : {file("dissatisfaction", "It did not help"),
                              client.visitor.post("/v1/questions", object{{"text", "And how my name?"}})}) {
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(text_at(refused.json(), "code"), "case_too_many_questions");
  }
  EXPECT_EQ(promises(obligations::PromiseState::open).size(), 5U);
  EXPECT_EQ(text_at(filed(), "standing"), "disputed");
}

TEST_F(AfterTheHour, a_claim_of_somebody_else_does_not_exist) {
  auto const number = text_at(filed(), "id");
  auto& stranger = story.client("stranger", "+77010000009");
  auto const foreign = stranger.visitor.get("/v1/claims/" + number);
  auto const missing = stranger.visitor.get("/v1/claims/01KA0000000000000000000000");
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(foreign.body, missing.body);
  for (auto const* deed : {"/messages", "/appeal"}) {
    EXPECT_EQ(stranger.visitor.post("/v1/claims/" + number + deed, object{{"text", "x"}}).status, 404) << deed;
  }
}

TEST_F(AfterTheHour, what_is_written_lies_sealed_on_the_disk) {
  auto const number = text_at(story.expect(file("other", "canary-of-a-claim"), 201), "id");
  (void)story.expect(
      client.visitor.post("/v1/claims/" + number + "/messages", object{{"text", "canary-of-a-message"}}), 200);
  (void)story.expect(rule("support", number, "unfounded", "canary-of-a-ruling"), 201);
  (void)story.expect(client.visitor.post("/v1/claims/" + number + "/appeal", object{{"text", "canary-of-an-appeal"}}),
                     200);
  EXPECT_THAT(found_under(story.business().data(),
                          {"canary-of-a-claim", "canary-of-a-message", "canary-of-a-ruling", "canary-of-an-appeal"}),
              ::testing::IsEmpty());
}

}  // namespace
}  // namespace kelisim::test
