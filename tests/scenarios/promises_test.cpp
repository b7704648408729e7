#include "clause_mark.h"
#include "story.h"

#include <gmock/gmock.h>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;

constexpr char const* saule = "+77000000014";

std::size_t size_at(boost::json::value const& value, std::string_view path) {
  return at(value, path).as_array().size();
}

class Promised : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");

  boost::json::value board(Actor& reader, std::string const& query = "") {
    return story.expect(reader.visitor.get("/v1/staff/obligations" + query), 200);
  }
};

TEST_F(Promised, a_refund_stands_on_the_board_until_the_gateway_has_confirmed_it) {
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  ASSERT_EQ(story.cancel(client, booking).status, 200);
  auto& finance = story.staff("finance");
  auto const open = board(finance);
  ASSERT_EQ(size_at(open, "items"), 1U);
  EXPECT_EQ(text_at(open, "items.0.kind"), "orders.refund");
  EXPECT_EQ(text_at(open, "items.0.person"), client.id);
  EXPECT_EQ(text_at(open, "items.0.owner"), "system");
  EXPECT_EQ(text_at(open, "items.0.clause.id"), "HAR-3.8a");
  EXPECT_FALSE(text_at(open, "items.0.clause.text").empty());
  EXPECT_EQ(whole_at(open, "items.0.amount.minor"), 1'600'000);
  EXPECT_EQ(text_at(open, "items.0.due_at"), to_rfc3339(story.now() + std::chrono::minutes(5)));
  EXPECT_EQ(text_at(open, "items.0.steps.1.text_key"), "due.minutes");
  EXPECT_EQ(whole_at(open, "overdue"), 0);
  auto const mine = story.expect(client.visitor.get("/v1/me/obligations"), 200);
  EXPECT_EQ(size_at(mine, "items"), 1U);
  auto const foreign = story.expect(specialist.visitor.get("/v1/me/obligations"), 200);
  EXPECT_EQ(size_at(foreign, "items"), 0U);

  story.settle();
  EXPECT_EQ(size_at(board(finance), "items"), 0U);
  auto const kept = board(finance, "?state=kept");
  ASSERT_EQ(size_at(kept, "items"), 1U);
  EXPECT_EQ(text_at(kept, "items.0.state"), "kept");
  EXPECT_EQ(size_at(story.expect(client.visitor.get("/v1/me/obligations"), 200), "items"), 0U);
}

TEST_F(Promised, the_preview_of_an_outage_refuses_what_opening_it_would_refuse) {
  auto& support = story.staff("support");
  auto const get = [&](std::string const& query) { return support.visitor.get("/v1/staff/outages/preview" + query); };
  for (auto const* query : {"", "?kind=storm&from=2026-12-10T06:00:00Z", "?kind=failure", "?kind=failure&from=noon"})
    EXPECT_EQ(get(query).status, 400) << query;
  auto const late = get("?kind=maintenance&from=2026-01-01T00:00:00Z&until=2026-01-01T01:00:00Z");
  EXPECT_EQ(late.status, 422);
  EXPECT_EQ(text_at(late.json(), "code"), "announced_too_late");
  EXPECT_EQ(text_at(late.json(), "clause.id"), "HAR-4.3.4a");
}

TEST_F(Promised, a_query_that_the_board_does_not_know_is_refused) {
  auto& support = story.staff("support");
  for (auto const* query : {"?state=broken", "?owner=nobody", "?person=x", "?cursor=x"})
    EXPECT_EQ(support.visitor.get(std::string("/v1/staff/obligations") + query).status, 400) << query;
}

TEST_F(Promised, planned_work_is_announced_and_calls_its_sessions_off) {
  CLAUSE("HAR-4.3.4a");
  CLAUSE("HAR-4.3.4b");
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  auto& support = story.staff("support");
  auto const preview = story.expect(support.visitor.get("/v1/staff/outages/preview?kind=maintenance&from=" +
                                                        to_rfc3339(astana("2026-12-10T11:30")) +
                                                        "&until=" + to_rfc3339(astana("2026-12-10T13:00"))),
                                    200);
  EXPECT_EQ(text_at(preview, "items.0.booking"), booking);
  EXPECT_EQ(text_at(preview, "items.0.clause.id"), "HAR-4.3.4b");
  EXPECT_EQ(whole_at(preview, "refund.minor"), 1'600'000);
  EXPECT_EQ(whole_at(preview, "called_off"), 1);
  EXPECT_EQ(text_at(preview, "notices.0.to"), "client");
  EXPECT_THAT(text_at(preview, "notices.0.body"), ::testing::HasSubstr("4.3.4"));
  EXPECT_THAT(text_at(preview, "notices.0.body"), ::testing::Not(::testing::HasSubstr("{")));
  EXPECT_EQ(text_at(story.booking(client, booking), "state"), "confirmed") << "nothing is done yet";
  auto const opened = story.expect(
      support.visitor.post("/v1/staff/outages", object{{"kind", "maintenance"},
                                                       {"from", to_rfc3339(astana("2026-12-10T11:30"))},
                                                       {"until", to_rfc3339(astana("2026-12-10T13:00"))}}),
      201);
  story.settle();
  auto visitor = Visitor(story.business().port());
  auto const status = story.expect(visitor.get("/v1/status"), 200);
  EXPECT_EQ(size_at(status, "ahead"), 1U);
  EXPECT_EQ(text_at(status, "ahead.0.from"), to_rfc3339(astana("2026-12-10T11:30")));
  EXPECT_EQ(text_at(story.booking(client, booking), "state"), "cancelled");
  auto const listed = story.expect(support.visitor.get("/v1/staff/outages"), 200);
  EXPECT_EQ(whole_at(listed, "items.0.called_off"), 1);
  EXPECT_EQ(text_at(listed, "items.0.id"), text_at(opened, "id"));
  auto const board_now = board(support);
  EXPECT_EQ(text_at(board_now, "items.0.kind"), "scheduling.remedy");
}

TEST_F(Promised, an_urgent_alert_at_three_in_the_morning_reaches_the_psychologist_and_the_duty_and_nothing_else) {
  CLAUSE("HAR-4.2.11a");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.pass_until(astana("2026-12-08T03:00"));
  story.forget();
  auto const balances = story.balances();
  auto const answer =
      story.expect(client.visitor.post("/v1/alerts", object{{"kind", "urgent"}, {"words", "мне очень плохо"}}), 201);
  EXPECT_GE(size_at(answer, "contacts"), 1U);
  EXPECT_EQ(text_at(answer, "contacts.0.country"), "KZ");
  EXPECT_EQ(text_at(answer, "contacts.0.phone"), "112");
  story.settle();
  auto const news = story.news();
  EXPECT_THAT(news, ::testing::Contains("notice alert_urgent to specialist by account, sms"));
  for (auto const& line : news) EXPECT_THAT(line, ::testing::StartsWith("notice alert_")) << "nothing but notices";
  EXPECT_GE(news.size(), 2U) << "the duty of support is told too";
  EXPECT_EQ(story.balances(), balances);
  EXPECT_EQ(text_at(story.expect(client.visitor.get("/v1/me"), 200), "role"), "client") << "nobody is blocked for it";
}

TEST_F(Promised, a_change_of_condition_goes_to_the_booked_specialist_and_its_words_to_nobody_else) {
  CLAUSE("HAR-3.12b");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  (void)story.expect(client.visitor.post("/v1/alerts", object{{"kind", "condition"}, {"words", "новое лекарство"}}),
                     201);
  story.settle();
  (void)story.specialist("specialist", saule);
  auto const told = specialist.visitor.get("/v1/notices");
  EXPECT_THAT(told.body, ::testing::HasSubstr("новое лекарство"));
  auto& support = story.staff("support");
  EXPECT_THAT(support.visitor.get("/v1/notices").body, ::testing::Not(::testing::HasSubstr("новое лекарство")));
  EXPECT_EQ(story.expect(support.visitor.get("/v1/staff/alerts"), 200).as_object().contains("items"), true);
  EXPECT_EQ(story.staff("finance").visitor.get("/v1/staff/alerts").status, 403);
}

TEST_F(Promised, an_alert_goes_to_the_psychologist_of_the_last_session_and_without_one_to_the_duty_alone) {
  CLAUSE("HAR-4.2.11a");
  auto& newcomer = story.client("newcomer", "+77010000002");
  auto const alone = story.expect(newcomer.visitor.post("/v1/alerts", object{{"kind", "urgent"}}), 201);
  EXPECT_FALSE(flag_at(alone, "specialist_told"));
  EXPECT_TRUE(flag_at(alone, "duty_told"));

  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.pass_until(astana("2026-12-11T03:00"));
  auto const later = story.expect(client.visitor.post("/v1/alerts", object{{"kind", "urgent"}}), 201);
  EXPECT_TRUE(flag_at(later, "specialist_told"));
}

TEST_F(Promised, alerts_of_one_person_leave_room_for_those_of_others) {
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  auto const raise = [&] { return client.visitor.post("/v1/alerts", object{{"kind", "urgent"}}); };
  for (int told = 1; told <= 5; ++told) EXPECT_EQ(raise().status, 201) << told;
  story.settle();
  story.forget();
  auto const refused = raise();
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(text_at(refused.json(), "code"), "alert_told_already");
  story.settle();
  EXPECT_EQ(story.news(), Lines{});
  story.pass(hours(1) + Duration(1));
  for (int told = 6; told <= 10; ++told) EXPECT_EQ(raise().status, 201) << told;
  story.pass(hours(1) + Duration(1));
  EXPECT_EQ(raise().status, 429) << "ten in a day";
  story.pass(hours(22));
  EXPECT_EQ(raise().status, 201);
}

TEST_F(Promised, the_emergency_contacts_need_no_signing_in_and_those_of_the_persons_country_come_first) {
  CLAUSE("HAR-4.2.11a");
  auto visitor = Visitor(story.business().port());
  auto const page = visitor.get("/urgent");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, ::testing::HasSubstr("tel:112"));
  EXPECT_THAT(page.body, ::testing::HasSubstr("Казахстан"));
  EXPECT_THAT(page.body, ::testing::HasSubstr("Шұғыл көмек"));
  EXPECT_EQ(text_at(story.expect(visitor.get("/v1/crisis"), 200), "contacts.0.country"), "KZ");

  auto& abroad = story.client("abroad", "+79000000001");
  EXPECT_EQ(text_at(story.expect(abroad.visitor.get("/v1/crisis"), 200), "contacts.0.country"), "RU");
  auto const theirs = abroad.visitor.get("/urgent").body;
  EXPECT_LT(theirs.find("Россия"), theirs.find("Казахстан"));
}

}  // namespace
}  // namespace kelisim::test
