// Breaches and what follows them, restrictions, and the end of a contract by either side.
#include "clause_mark.h"
#include "story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace kelisim::test {
namespace {

using boost::json::object;

constexpr char const* saule = "+77000000014";

class Contracts : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");

  Contracts() { story.forget(); }

  Actor& staff(std::string const& role) { return story.staff(role); }
  boost::json::value ok(Answer const& answer, int status = 201) { return story.expect(answer, status); }
  std::string code(Answer const& answer) { return text_at(answer.json(), "code"); }
  std::string of_person(std::string const& rest) { return "/v1/staff/people/" + client.id + rest; }

  /// A breach that the role recorded, with one item of evidence or none.
  std::string recorded(std::string const& role, std::string const& paragraph, bool evidence = true) {
    object body{{"code", paragraph}, {"account", "What was seen, in words."}};
    if (evidence) body["evidence"] = object{{"kind", "message"}, {"description", "Word for word."}};
    return text_at(ok(staff(role).visitor.post(of_person("/breaches"), body)), "breach.id");
  }
  Answer rule(std::string const& breach, bool confirms = true) {
    return staff("administrator")
        .visitor.post("/v1/staff/breaches/" + breach + "/ruling",
                      object{{"confirms", confirms}, {"reasons", "What was found, in words."}});
  }
  Answer demand(std::string const& breach, object const& body = {}) {
    return staff("administrator").visitor.post("/v1/staff/breaches/" + breach + "/demand", body);
  }
  boost::json::value contract() { return ok(client.visitor.get("/v1/me/contract"), 200); }
  void sign_in_again() {
    story.pass(std::chrono::minutes(2));
    auto const asked = ok(client.visitor.post("/v1/sign-in/codes", object{{"phone", client.phone}}), 200);
    story.enter_code(client, text_at(asked, "challenge_id"));
  }
  void give_address(std::string const& email) { story.register_email(client, email); }
  bool told(Lines const& news, std::string const& line) { return std::ranges::find(news, line) != news.end(); }
};

TEST_F(Contracts, a_breach_does_nothing_until_a_second_person_confirms_it_with_evidence) {
  CLAUSE("HAR-4.2.2c");
  CLAUSE("HAR-4.2.16b");
  CLAUSE("HAR-6.2d");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.forget();
  auto const bare = recorded("support", "4.2.16", false);
  auto const own = recorded("administrator", "4.2.16");
  story.settle();
  EXPECT_EQ(story.news(), Lines{});
  EXPECT_EQ(text_at(contract(), "state"), "active");
  EXPECT_EQ(contract().at("decided").as_array().size(), 0U) << "what is only suspected is nobody's to read";
  EXPECT_EQ(code(rule(bare)), "evidence_missing");
  EXPECT_EQ(code(rule(own)), "same_person");
  EXPECT_EQ(staff("support").visitor.post("/v1/staff/breaches/" + own + "/ruling").status, 403);

  auto const dismissed = recorded("support", "4.2.2");
  EXPECT_EQ(rule(dismissed, false).status, 201);
  EXPECT_EQ(code(rule(dismissed)), "already_decided");
  story.settle();
  EXPECT_EQ(story.news(), (Lines{"decision contracts.breach by HAR-6.2d"}));
  EXPECT_EQ(text_at(story.booking(client, booking), "state"), "confirmed");
  EXPECT_EQ(text_at(contract(), "state"), "active");
}

TEST_F(Contracts, a_confirmed_breach_blocks_ends_the_contract_and_forfeits_what_was_unused) {
  CLAUSE("HAR-4.2.16c");
  CLAUSE("HAR-6.2b");
  CLAUSE("HAR-6.2c");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  (void)story.booked_and_paid(client, specialist, astana("2026-12-11T12:00"));
  story.forget();
  auto const breach = recorded("support", "4.2.16");
  ASSERT_EQ(rule(breach).status, 201);
  EXPECT_EQ(client.visitor.get("/v1/bookings").status, 401) << "signed out at once";
  sign_in_again();
  auto const news = story.news();
  EXPECT_TRUE(told(news, "decision contracts.breach by HAR-4.2.16b"));
  EXPECT_EQ(std::ranges::count(news, "decision scheduling.ending by HAR-4.2.16c"), 2);
  EXPECT_TRUE(told(news, "notice account_restricted to client by account, sms"));
  EXPECT_TRUE(told(news, "notice breach_confirmed to client by account"));
  EXPECT_TRUE(told(news, "notice practice_cancelled to specialist by account, sms"));

  EXPECT_EQ(client.visitor.get("/v1/bookings").status, 403);
  EXPECT_EQ(client.visitor.get("/v1/notices").status, 200);
  EXPECT_EQ(client.visitor.get("/v1/me/access-log").status, 200);
  EXPECT_EQ(client.visitor.post("/v1/questions", object{{"text", "I do not agree."}}).status, 201) << "the appeal";
  auto const stands = contract();
  EXPECT_EQ(text_at(stands, "state"), "restricted");
  EXPECT_EQ(text_at(stands, "restriction.clause.id"), "HAR-4.2.16b");
  EXPECT_EQ(text_at(stands, "end.initiator"), "provider");
  auto const& decided = stands.at("decided").as_array().at(0);
  EXPECT_EQ(text_at(decided, "code"), "4.2.16");
  EXPECT_EQ(text_at(decided, "ruling.reasons"), "What was found, in words.");
  EXPECT_EQ(whole_at(decided, "forfeited.minor"), 3'200'000);
  auto const bookings = ok(staff("support").visitor.get("/v1/staff/bookings?client=" + client.id), 200);
  for (auto const& booking : bookings.at("bookings").as_array()) EXPECT_EQ(text_at(booking, "state"), "cancelled");
}

TEST_F(Contracts, lifted_as_unfounded_by_somebody_else_everything_comes_back) {
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  ASSERT_EQ(rule(recorded("support", "4.2.7")).status, 201);
  story.settle();
  story.forget();
  object const lifting{{"unfounded", true}, {"reasons", "It was somebody else."}};
  EXPECT_EQ(code(staff("administrator").visitor.post(of_person("/restriction/lifting"), lifting)), "same_person");
  (void)ok(staff("support").visitor.post(of_person("/restriction/lifting"), lifting));
  story.settle();
  auto const news = story.news();
  EXPECT_TRUE(told(news, "decision contracts.lift by HAR-4.2.16c"));
  EXPECT_TRUE(told(news, "notice refund_sent to client by account, sms"));
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay -32000", "gateway_fee freedompay +32000"}));
  sign_in_again();
  EXPECT_EQ(text_at(contract(), "state"), "active");
  EXPECT_FALSE(story.book(client, specialist, astana("2026-12-14T12:00")).empty());
  EXPECT_EQ(code(staff("support").visitor.post(of_person("/restriction/lifting"), lifting)), "not_restricted");
}

TEST_F(Contracts, a_penalty_is_demanded_by_staff_and_never_taken) {
  CLAUSE("HAR-6.2a");
  CLAUSE("HAR-6.2e");
  CLAUSE("HAR-6.2f");
  CLAUSE("HAR-6.6b");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-24T12:00"));
  story.pass_until(astana("2026-12-10T12:00"));
  auto const breach = recorded("support", "4.2.15");
  EXPECT_EQ(code(demand(breach)), "not_confirmed");
  ASSERT_EQ(rule(breach).status, 201);
  story.settle();
  EXPECT_EQ(text_at(contract(), "state"), "active") << "no blocking and no forfeiture by this clause";
  story.forget();
  for (std::int64_t const slip :
       {std::int64_t{-1}, std::int64_t{10'000'000'000'001}, std::numeric_limits<std::int64_t>::max()}) {
    EXPECT_EQ(demand(breach, {{"damage", object{{"minor", slip}, {"currency", "KZT"}}}}).status, 400) << slip;
  }
  auto const demanded = ok(demand(breach, {{"damage", object{{"minor", 25'000'000}, {"currency", "KZT"}}}}));
  EXPECT_EQ(whole_at(demanded, "breach.demand.total.minor"), 125'000'000);
  EXPECT_EQ(text_at(demanded, "breach.demand.due_at"), "2026-12-18T18:59:59.999999Z");
  EXPECT_EQ(text_at(demanded, "breach.demand.clause.id"), "HAR-6.6b");
  EXPECT_EQ(code(demand(breach)), "already_demanded");
  story.settle();
  EXPECT_EQ(story.news(),
            (Lines{"decision contracts.demand by HAR-6.6b", "notice penalty_demanded to client by account"}));

  EXPECT_EQ(story.cancel(client, booking).status, 200);
  story.settle();
  auto const news = story.news();
  EXPECT_TRUE(told(news, "ledger refund_paid by HAR-3.8a: refund_due order +1600000 acquirer freedompay -1600000"));

  story.pass_until(astana("2026-12-21T12:00"));
  auto const pay = [&](std::string const& when) {
    return staff("finance").visitor.post("/v1/staff/breaches/" + breach + "/demand/end",
                                         object{{"what", "paid"}, {"at", when}});
  };
  EXPECT_EQ(pay("2027-01-01T00:00:00Z").status, 400);
  EXPECT_EQ(code(pay("2026-12-10T00:00:00Z")), "before_demand");
  EXPECT_FALSE(at(ok(pay("2026-12-18T19:00:00Z")), "breach.demand.end.in_time").as_bool());
  EXPECT_EQ(code(pay("2026-12-18T18:00:00Z")), "already_ended");
}

TEST_F(Contracts, no_penalty_is_written_for_work_past_the_service) {
  CLAUSE("HAR-4.2.10a");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  object const report{{"code", "4.2.10"}, {"account", "Offered to pay me directly."}, {"evidence", "Word for word."}};
  auto const where = "/v1/bookings/" + booking + "/breaches";
  EXPECT_EQ(client.visitor.post(where, report).status, 403);
  auto const breach = text_at(ok(specialist.visitor.post(where, report)), "id");
  auto const file = ok(staff("support").visitor.get("/v1/staff/breaches/" + breach + "?purpose=security"), 200);
  EXPECT_EQ(text_at(file, "breach.code"), "4.2.10");
  EXPECT_EQ(text_at(file.at("evidence").as_array().at(0), "description"), "Word for word.");
  ASSERT_EQ(rule(breach).status, 201);
  EXPECT_EQ(code(demand(breach)), "no_penalty_written");
  EXPECT_EQ(text_at(contract(), "state"), "active");
}

TEST_F(Contracts, a_reported_recording_opens_a_case_and_nothing_else) {
  CLAUSE("HAR-4.2.7c");
  CLAUSE("HAR-4.2.16a");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.forget();
  for (auto const* const paragraph : {"4.2.7", "4.2.16"}) {
    object const report{
        {"code", paragraph}, {"account", "As I heard it."}, {"evidence", "https://example.test/post"}};
    (void)ok(specialist.visitor.post("/v1/bookings/" + booking + "/breaches", report));
  }
  object const unknown{{"code", "4.2.8"}, {"account", "As I heard it."}};
  EXPECT_EQ(code(specialist.visitor.post("/v1/bookings/" + booking + "/breaches", unknown)), "no_such_breach");
  story.settle();
  EXPECT_EQ(story.news(), Lines{});
  EXPECT_EQ(text_at(story.booking(client, booking), "state"), "confirmed");
  auto const listed = ok(staff("support").visitor.get("/v1/staff/breaches"), 200);
  ASSERT_EQ(listed.at("breaches").as_array().size(), 2U);
  EXPECT_FALSE(has(listed.at("breaches").as_array().at(0), "breach.ruling"));
}

TEST_F(Contracts, a_restriction_refunds_what_can_no_longer_be_held_and_may_show_no_reason) {
  CLAUSE("HAR-4.3.9a");
  CLAUSE("HAR-4.3.9b");
  CLAUSE("HAR-4.3.9c");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.forget();
  auto const shut_out = [&](object const& body) {
    return staff("administrator").visitor.post(of_person("/restriction"), body);
  };
  EXPECT_EQ(code(shut_out({{"ground", "9.9.9"}, {"reasons", "x"}})), "ground_unknown");
  EXPECT_EQ(shut_out({{"ground", "4.2.10"}}).status, 400) << "a reason is always stored";
  auto const stands = ok(shut_out({{"ground", "4.2.10"}, {"reasons", "For the desk alone."}}));
  EXPECT_EQ(text_at(stands, "state"), "restricted");
  EXPECT_EQ(code(shut_out({{"reasons", "again"}})), "already_restricted");
  sign_in_again();
  auto const news = story.news();
  EXPECT_TRUE(told(news, "decision scheduling.ending by HAR-4.3.9c"));
  EXPECT_TRUE(told(news, "ledger refund_paid by HAR-4.3.9c: refund_due order +1600000 acquirer freedompay -1600000"));
  EXPECT_EQ(client.visitor.post("/v1/bookings", object{}).status, 403);
  auto const seen = contract();
  EXPECT_FALSE(has(seen, "restriction.ground"));
  EXPECT_NE(text_at(seen, "support_email"), "");

  (void)ok(staff("support").visitor.post(of_person("/restriction/lifting"), object{{"reasons", "Settled."}}));
  EXPECT_EQ(text_at(contract(), "state"), "active");
  EXPECT_EQ(client.visitor.get("/v1/bookings").status, 200);
}

TEST_F(Contracts, whoever_is_shut_out_has_the_money_of_a_choice_that_was_open) {
  CLAUSE("HAR-4.3.9c");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  ASSERT_EQ(story.cancel(specialist, booking).status, 200);
  story.settle();
  EXPECT_FALSE(story.balances().empty());
  story.forget();
  object const order{{"reasons", "For the desk alone."}};
  (void)ok(staff("administrator").visitor.post(of_person("/restriction"), order));
  story.settle();
  EXPECT_TRUE(told(story.news(), "notice refund_sent to client by account, sms"));
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay -32000", "gateway_fee freedompay +32000"}));
}

TEST_F(Contracts, the_end_of_a_demand_leaves_a_row_in_the_chain) {
  ASSERT_EQ(rule(recorded("support", "4.2.15")).status, 201);
  auto const breach =
      text_at(ok(staff("support").visitor.get("/v1/staff/breaches"), 200).at("breaches").at(0), "breach.id");
  (void)ok(demand(breach));
  object const paid{{"what", "paid"}, {"at", to_rfc3339(story.now())}};
  (void)ok(staff("finance").visitor.post("/v1/staff/breaches/" + breach + "/demand/end", paid));
  auto const rows = ok(staff("administrator").visitor.get("/v1/staff/audit?subject=" + client.id), 200);
  auto const is_end = [](auto const& row) { return text_at(row, "action") == "contracts.demand_ended"; };
  EXPECT_EQ(std::ranges::count_if(rows.at("rows").as_array(), is_end), 1);
}

TEST_F(Contracts, a_client_ends_the_contract_by_the_rules_of_cancelling_each_session) {
  CLAUSE("HAR-4.4.3c");
  auto const near = story.booked_and_paid(client, specialist, astana("2026-12-10T15:00"));
  auto const far = story.booked_and_paid(client, specialist, astana("2026-12-14T12:00"));
  story.pass_until(astana("2026-12-10T12:00"));
  story.forget();
  auto const preview = ok(client.visitor.get("/v1/me/contract/end/preview"), 200);
  ASSERT_EQ(preview.at("sessions").as_array().size(), 2U);
  EXPECT_EQ(text_at(preview.at("sessions").as_array().at(0), "clause.id"), "HAR-3.7b");
  EXPECT_EQ(whole_at(preview, "refund.minor"), 1'600'000);
  EXPECT_EQ(whole_at(preview, "kept.minor"), 1'600'000);
  auto const end = [&](object body) {
    body["preview"] = text_at(preview, "preview");
    return client.visitor.post("/v1/me/contract/end", body);
  };
  EXPECT_EQ(code(end({})), "no_refund_not_accepted");
  EXPECT_EQ(text_at(ok(end({{"accepts_no_refund", true}}), 200), "state"), "ended");
  EXPECT_EQ(code(end({{"accepts_no_refund", true}})), "already_ended");
  story.settle();
  EXPECT_EQ(whole_at(story.booking(client, near), "cancellation.refund.minor"), 0);
  EXPECT_EQ(whole_at(story.booking(client, far), "cancellation.refund.minor"), 1'600'000);
  auto const again = client.visitor.post(
      "/v1/bookings",
      object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-21T12:00"))}});
  EXPECT_EQ(code(again), "contract_ended");
}

TEST_F(Contracts, the_provider_ends_the_contract_and_returns_everything_whatever_the_time) {
  CLAUSE("HAR-4.3.5a");
  CLAUSE("HAR-4.3.5b");
  CLAUSE("HAR-8.2a");
  give_address("u1@example.test");
  auto const today = story.book(client, specialist, astana("2026-12-07T15:00"));
  story.pay(client, today, true);
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T15:00"));
  story.pass_until(astana("2026-12-07T12:00"));
  story.forget();
  auto const where = of_person("/contract/end");
  auto const preview = ok(staff("administrator").visitor.get(where + "/preview"), 200);
  EXPECT_EQ(whole_at(preview, "refund.minor"), 3'200'000);
  EXPECT_EQ(whole_at(preview, "kept.minor"), 0);
  auto const ended = ok(
      staff("administrator")
          .visitor.post(where, object{{"preview", text_at(preview, "preview")}, {"reasons", "For the desk alone."}}));
  EXPECT_EQ(text_at(ended, "end.at"), to_rfc3339(astana("2026-12-07T12:00")));
  EXPECT_EQ(text_at(ended, "end.initiator"), "provider");
  story.settle();
  auto const news = story.news();
  EXPECT_EQ(std::ranges::count(news, "decision scheduling.ending by HAR-4.3.5b"), 2);
  EXPECT_TRUE(told(news, "notice contract_ended to client by account, email"));
  auto const again = client.visitor.post(
      "/v1/bookings",
      object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-21T12:00"))}});
  EXPECT_EQ(code(again), "contract_ended");
  EXPECT_EQ(text_at(contract(), "end.clause.id"), "HAR-4.3.5a");
}

TEST_F(Contracts, reports_of_one_person_about_one_client_are_bounded) {
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-24T12:00"));
  auto const report = [&](Actor& by, std::string const& where) {
    return by.visitor.post(where, object{{"code", "4.2.16"}, {"account", "What was seen, in words."}});
  };
  auto const of_booking = "/v1/bookings/" + booking + "/breaches";
  std::string first;
  for (int one = 1; one <= 10; ++one) first = text_at(ok(report(specialist, of_booking)), "id");
  EXPECT_EQ(code(report(specialist, of_booking)), "too_many_reports");
  EXPECT_EQ(report(staff("support"), of_person("/breaches")).status, 201) << "somebody else may";
  ASSERT_EQ(rule(first, false).status, 201);
  EXPECT_EQ(report(specialist, of_booking).status, 201);
}

TEST_F(Contracts, a_letter_ends_the_contract_when_the_registered_address_sent_it) {
  CLAUSE("HAR-4.4.3a");
  give_address("u1@example.test");
  story.settle();
  story.pass(std::chrono::hours(3));
  story.forget();
  auto const letter = [&](std::string const& sender, Instant received_at) {
    return staff("support").visitor.post(of_person("/contract/letter"),
                                         object{{"sender", sender}, {"received_at", to_rfc3339(received_at)}});
  };
  EXPECT_EQ(letter("u1@example.test", story.now() + std::chrono::hours(1)).status, 400);
  EXPECT_EQ(letter("u1@example.test", Instant{0}).status, 400) << "before there was a contract";
  EXPECT_EQ(code(letter("other@example.test", story.now())), "sender_unknown");
  story.settle();
  EXPECT_EQ(story.news(), (Lines{"notice identity_wanted to client by account, email"}));
  EXPECT_EQ(text_at(contract(), "state"), "active");

  auto const came = story.now() - std::chrono::hours(1);
  auto const ended = ok(letter("U1@Example.test", came));
  EXPECT_EQ(text_at(ended, "end.at"), to_rfc3339(came));
  EXPECT_EQ(text_at(ended, "end.sent"), "registered_address");
  story.settle();
  EXPECT_EQ(story.news(), (Lines{"decision contracts.end by HAR-4.4.3a",
                                 "notice contract_ended_by_client to client by account, email"}));
}

TEST_F(Contracts, a_notice_that_staff_enter_counts_from_when_it_came) {
  CLAUSE("HAR-4.2.1b");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-11T12:00"));
  auto const late = story.booked_and_paid(client, specialist, astana("2026-12-11T15:00"));
  EXPECT_TRUE(at(story.booking(client, booking), "can.cancel").as_bool());
  EXPECT_TRUE(at(story.booking(client, booking), "can.move").as_bool());
  story.pass_until(astana("2026-12-10T19:20"));
  auto const enter = [&](std::string const& of, Instant received_at) {
    return staff("support").visitor.post("/v1/staff/bookings/" + of + "/notice",
                                         object{{"received_at", to_rfc3339(received_at)}});
  };
  EXPECT_EQ(client.visitor.post("/v1/staff/bookings/" + booking + "/notice", object{}).status, 403);
  EXPECT_EQ(code(enter(booking, astana("2026-12-10T19:21"))), "in_the_future");
  EXPECT_EQ(code(enter(booking, astana("2026-11-01T12:00"))), "before_the_booking");
  auto const entered = ok(enter(booking, astana("2026-12-10T18:59")), 200);
  EXPECT_EQ(whole_at(entered, "cancellation.refund.minor"), 1'600'000);
  EXPECT_EQ(text_at(entered, "cancellation.at"), to_rfc3339(astana("2026-12-10T18:59")));
  auto const too_late = ok(enter(late, astana("2026-12-10T19:00:01")), 200);
  EXPECT_EQ(whole_at(too_late, "cancellation.refund.minor"), 0);
  EXPECT_EQ(code(enter(late, astana("2026-12-10T19:00:01"))), "already_cancelled");
}

TEST_F(Contracts, a_new_price_or_a_withdrawn_specialist_never_touches_what_is_paid) {
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-24T12:00"));
  story.pass(std::chrono::minutes(1));
  auto& administrator = staff("administrator");
  (void)ok(administrator.visitor.post("/v1/staff/prices",
                                      object{{"specialist_id", specialist.id},
                                             {"price", object{{"minor", 1'800'000}, {"currency", "KZT"}}}}),
           200);
  auto const withdrawn = administrator.visitor.del("/v1/staff/specialists/" + specialist.id + "/publication");
  EXPECT_LT(withdrawn.status, 300) << withdrawn.body;
  story.settle();
  EXPECT_EQ(text_at(story.booking(client, booking), "state"), "confirmed");
  EXPECT_EQ(whole_at(story.booking(client, booking), "order.paid.minor"), 1'600'000);
  EXPECT_EQ(whole_at(story.cancel(client, booking).json(), "cancellation.refund.minor"), 1'600'000);
}

}  // namespace
}  // namespace kelisim::test
