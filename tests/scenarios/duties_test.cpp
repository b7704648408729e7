// What the offer promises about an account and a paid session, shown on the wired business.
#include "clause_mark.h"
#include "room_visit.h"
#include "story.h"

#include <gtest/gtest.h>

#include <array>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";

class Duties : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Instant start = astana("2026-12-10T12:00");
};

TEST_F(Duties, the_last_answer_of_the_questionnaire_opens_booking_at_once) {
  CLAUSE("HAR-4.1.5a");
  auto& client = story.newcomer("client", "+77010000001");
  object const wish{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(start)}, {"confirms_safety", true}};
  EXPECT_EQ(text_at(client.visitor.post("/v1/bookings", wish).json(), "code"), "questionnaire_required");
  story.fill_in_questionnaire(client);
  auto const booked = client.visitor.post("/v1/bookings", wish);
  EXPECT_EQ(booked.status, 201) << "nobody approves anything in between: " << booked.body;
}

TEST_F(Duties, before_the_first_booking_the_client_confirms_once_that_nothing_threatens_a_life) {
  CLAUSE("HAR-3.12a");
  auto& client = story.client("client", "+77010000001");
  object wish{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(start)}};
  for (auto const& unconfirmed :
       {wish,
        object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(start)}, {"confirms_safety", false}}}) {
    auto const refused = client.visitor.post("/v1/bookings", unconfirmed);
    EXPECT_EQ(refused.status, 409) << refused.body;
    EXPECT_EQ(text_at(refused.json(), "code"), "safety_confirmation_required");
    EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-3.12a");
  }
  EXPECT_TRUE(story.confirmed(client, "safety").as_array().empty());
  EXPECT_GE(at(client.visitor.get("/v1/crisis").json(), "contacts").as_array().size(), 1U) << "beside the question";

  auto const confirmed_at = story.now();
  wish["confirms_safety"] = true;
  wish["starts_at"] = to_rfc3339(confirmed_at - minutes(1));
  EXPECT_EQ(text_at(client.visitor.post("/v1/bookings", wish).json(), "code"), "in_the_past");
  story.pass(minutes(1));
  wish.erase("confirms_safety");
  wish["starts_at"] = to_rfc3339(start);
  auto const booked = client.visitor.post("/v1/bookings", wish);
  EXPECT_EQ(booked.status, 201) << "a refusal does not take the confirmation back: " << booked.body;

  auto const kept = story.confirmed(client, "safety");
  ASSERT_EQ(kept.as_array().size(), 1U);
  EXPECT_EQ(text_at(kept, "0.version"), "2023-02-24");
  EXPECT_EQ(text_at(kept, "0.confirmed_at"), to_rfc3339(confirmed_at));
}

TEST_F(Duties, a_booking_is_its_clients_own_and_is_given_to_nobody) {
  CLAUSE("HAR-4.2.5a");
  auto& client = story.client("client", "+77010000001");
  auto& other = story.client("other", "+77010000002");
  auto const id = story.booked_and_paid(client, specialist, start);
  auto const place = "/v1/bookings/" + id;
  object const to_other{{"client_id", other.id}};
  EXPECT_EQ(client.visitor.put(place, to_other).status, 405);
  EXPECT_EQ(client.visitor.post(place, to_other).status, 405);
  EXPECT_EQ(client.visitor.post(place + "/transfer", to_other).status, 404);
  EXPECT_EQ(other.visitor.get(place).status, 404);

  story.pass_until(start - minutes(5));
  auto const door = [&](std::string const& token) { return RoomVisit(story.business().port(), token, id).status(); };
  EXPECT_EQ(door(other.visitor.token()), 404) << "the address of the room is worth nothing to another";
  EXPECT_EQ(door(""), 401);
  EXPECT_EQ(door(client.visitor.token()), 101);
}

TEST_F(Duties, a_paid_session_goes_by_cancellation_only) {
  CLAUSE("HAR-4.4.1a");
  auto& client = story.client("client", "+77010000001");
  auto const id = story.booked_and_paid(client, specialist, start);
  auto const place = "/v1/bookings/" + id;
  for (auto* const who : {&client, &specialist, &story.staff("support"), &story.staff("administrator")}) {
    EXPECT_EQ(who->visitor.del(place).status, 405) << who->label;
  }
  auto& administrator = story.actor("administrator");
  (void)story.expect(specialist.visitor.put("/v1/practice/hours", object{{"week", boost::json::array{}}}), 200);
  (void)story.expect(administrator.visitor.del("/v1/staff/specialists/" + specialist.id + "/publication"), 200);
  EXPECT_EQ(text_at(story.booking(client, id), "state"), "confirmed") << "what was paid for stays";

  EXPECT_EQ(story.cancel(specialist, id).status, 200);
  auto const cancelled = story.booking(client, id);
  EXPECT_EQ(text_at(cancelled, "cancellation.by"), "specialist");
  EXPECT_EQ(whole_at(cancelled, "cancellation.refund.minor"), 1'600'000);
}

TEST_F(Duties, reminders_say_when_to_connect_an_hour_and_five_minutes_before_once_each) {
  CLAUSE("HAR-4.2.8b");
  auto& client = story.client("client", "+77010000001");
  auto const id = story.booked_and_paid(client, specialist, start);
  auto const off = story.booked_and_paid(client, specialist, astana("2026-12-10T15:00"));
  EXPECT_EQ(story.cancel(client, off).status, 200);
  story.pass_until(start - hours(1) - Duration(1));
  story.forget();
  story.pass_until(start - hours(1));
  EXPECT_EQ(story.news(), (Lines{"notice reminder_1h to client by account, sms",
                                 "notice reminder_1h to specialist by account, sms"}));
  auto const newest = client.visitor.get("/v1/notices").json().at("items").at(0);
  EXPECT_NE(text_at(newest, "body").find("5 minutes"), std::string::npos) << text_at(newest, "body");
  story.pass_until(start - minutes(5) - Duration(1));
  EXPECT_EQ(story.news(), Lines{});
  story.pass_until(start - minutes(5));
  EXPECT_EQ(story.news(),
            (Lines{"notice room_open to client by account, sms", "notice room_open to specialist by account, sms"}));
  story.pass_until(astana("2026-12-10T15:00"));
  for (auto const& line : story.news()) {
    EXPECT_EQ(line.find("reminder"), std::string::npos) << "of a session that is cancelled: " << line;
    EXPECT_EQ(line.find("room_open"), std::string::npos) << line;
  }
}

TEST_F(Duties, the_cookie_holds_a_random_token_and_nothing_else) {
  CLAUSE("HAR-8.4a");
  auto& client = story.visitor("client", "+77010000001");
  auto const challenge = story.start_registration(client);
  story.settle();
  auto const code = story.business().carriers().code_for(client.phone);
  ASSERT_TRUE(code.has_value());
  auto const entered = client.visitor.post("/v1/sessions", object{{"challenge_id", challenge}, {"code", *code}});
  ASSERT_EQ(entered.status, 200) << entered.body;
  auto const cookie = entered.header("set-cookie");
  EXPECT_EQ(cookie.find('\n'), std::string::npos) << "one cookie only";
  EXPECT_TRUE(cookie.starts_with("__Host-kelisim=")) << cookie;
  for (std::string_view flag : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) {
    EXPECT_NE(cookie.find(flag), std::string::npos) << flag;
  }
  auto const value = cookie.substr(15, cookie.find(';') - 15);
  EXPECT_GE(value.size(), 32U);
  for (std::string const& personal : {client.phone.substr(1), text_at(entered.json(), "id"), *code}) {
    EXPECT_EQ(value.find(personal), std::string::npos);
  }
  for (auto const* const target : {"/", "/v1/brand", "/v1/specialists", "/v1/offers"}) {
    EXPECT_EQ(story.visitor("visitor", "+77010000003").visitor.get(target).header("set-cookie"), "") << target;
  }
}

TEST_F(Duties, an_address_of_the_network_finds_nobody) {
  CLAUSE("HAR-8.4d");
  auto& client = story.client("client", "+77010000001");
  auto& support = story.staff("support");
  auto const search = [&](std::string const& what) {
    return support.visitor.get("/v1/staff/people?purpose=client_request&phone=" + what);
  };
  EXPECT_EQ(search("127.0.0.1").status, 404);
  auto const file = support.visitor.get("/v1/staff/people/" + client.id + "?purpose=client_request");
  ASSERT_EQ(file.status, 200) << file.body;
  EXPECT_EQ(file.body.find("127.0.0.1"), std::string::npos) << "no staff screen shows it";
  auto const own = client.visitor.get("/v1/sessions");
  EXPECT_NE(own.body.find("127.0.0.1"), std::string::npos) << "its owner sees it, to know a stranger's device";
}

}  // namespace
}  // namespace kelisim::test
