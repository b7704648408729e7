#include "clause_mark.h"
#include "story.h"

#include <gtest/gtest.h>

namespace kelisim::test {
namespace {

// Saule Medeu works Mondays to Fridays 10:00–18:00 of Astana, an hour for 16 000 tenge. A story begins on Monday
// 2026-12-07 at 09:00 of Astana.
constexpr char const* saule = "+77000000014";

Lines const the_booking_was_paid{
    "decision scheduling.payment by HAR-3.2a",
    "ledger capture by HAR-5.1d: acquirer freedompay +1600000 prepaid_commission order -320000 prepaid_specialist "
    "order "
    "-1280000",
    "ledger gateway_fee by -: gateway_fee freedompay +32000 acquirer freedompay -32000",
    "notice booking_confirmed to client by account, sms",
    "notice practice_booked to specialist by account, sms",
};

TEST(MainJob, a_newcomer_reads_the_offer_signs_up_books_and_pays) {
  CLAUSE("HAR-3.2a");
  CLAUSE("HAR-5.1a");
  CLAUSE("HAR-5.1c");
  CLAUSE("HAR-2.4a");
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.newcomer("client", "+77010000001");
  story.fill_in_questionnaire(client);
  story.forget();

  auto const id = story.book(client, specialist, astana("2026-12-10T12:00"));
  EXPECT_EQ(story.news(), Lines{}) << "a hold alone tells nobody anything";
  EXPECT_EQ(text_at(story.booking(client, id), "state"), "held");

  story.pay(client, id);
  EXPECT_EQ(story.news(), the_booking_was_paid);
  auto const booking = story.booking(client, id);
  EXPECT_EQ(text_at(booking, "state"), "confirmed");
  EXPECT_EQ(whole_at(booking, "order.paid.minor"), 1'600'000);
  EXPECT_EQ(text_at(booking, "refund_deadline.at"), to_rfc3339(astana("2026-12-09T19:00")))
      << "midnight is outside of support hours: the evening before counts";
}

TEST(MainJob, nobody_books_before_the_questionnaire) {
  CLAUSE("HAR-3.1a");
  CLAUSE("HAR-1.questionnaire.a");
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.newcomer("client", "+77010000001");
  story.forget();
  auto const refused = client.visitor.post(
      "/v1/bookings",
      boost::json::object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-10T12:00"))}});
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "questionnaire_required");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-3.1a");
  EXPECT_EQ(story.news(), Lines{});
}

TEST(MainJob, somebody_under_eighteen_cannot_book) {
  CLAUSE("HAR-1.user.a");
  CLAUSE("HAR-1.questionnaire.c");
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.newcomer("client", "+77010000001");
  auto const form = [](int age) {
    return boost::json::object{{"display_name", "Лотос"},
                               {"age", age},
                               {"prior_experience", false},
                               {"concern_topic", "anxiety"},
                               {"declares_truth", true}};
  };
  auto const refused = client.visitor.put("/v1/me/questionnaire", form(17));
  EXPECT_EQ(refused.status, 422) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "under_age");
  // Whoever was seventeen is not eighteen a minute later: staff look first.
  (void)client.visitor.put("/v1/me/questionnaire", form(18));
  auto const booked = client.visitor.post(
      "/v1/bookings",
      boost::json::object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-10T12:00"))}});
  EXPECT_EQ(booked.status, 409) << booked.body;
}

TEST(MainJob, the_same_key_gives_the_same_answer_and_one_booking) {
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000001");
  boost::json::object const body{{"specialist_id", specialist.id},
                                 {"starts_at", to_rfc3339(astana("2026-12-10T12:00"))},
                                 {"confirms_safety", true}};
  auto const first = client.visitor.post("/v1/bookings", body, {.key = "once"});
  auto const again = client.visitor.post("/v1/bookings", body, {.key = "once"});
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(again.status, first.status);
  EXPECT_EQ(again.body, first.body);
  boost::json::object const other{{"specialist_id", specialist.id},
                                  {"starts_at", to_rfc3339(astana("2026-12-10T14:00"))}};
  EXPECT_EQ(client.visitor.post("/v1/bookings", other, {.key = "once"}).status, 409);
  auto const list = client.visitor.get("/v1/bookings").json();
  EXPECT_EQ(at(list, "bookings").as_array().size(), 1U);
}

TEST(MainJob, reminders_come_a_day_and_an_hour_before_and_not_after_a_cancellation) {
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000001");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.forget();
  story.pass_until(astana("2026-12-09T11:59"));
  EXPECT_EQ(story.news(), Lines{});
  story.pass_until(astana("2026-12-09T12:00"));
  EXPECT_EQ(story.news(), (Lines{"notice reminder_24h to client by account, sms",
                                 "notice reminder_24h to specialist by account, sms"}));
  story.pass_until(astana("2026-12-10T11:00"));
  EXPECT_EQ(story.news(), (Lines{"notice reminder_1h to client by account, sms",
                                 "notice reminder_1h to specialist by account, sms"}));
}

}  // namespace
}  // namespace kelisim::test
