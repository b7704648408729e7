#include "clause_mark.h"
#include "story.h"

#include "gateways/freedompay_message.h"
#include "http_client.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kelisim::test {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

constexpr char const* saule = "+77000000014";

bool has_line(Lines const& lines, std::string const& line) { return std::ranges::find(lines, line) != lines.end(); }

class Paying : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");
  Instant start = astana("2026-12-10T12:00");
  std::string id = story.book(client, specialist, start);

  Paying() { story.forget(); }

  std::string state() { return text_at(story.booking(client, id), "state"); }
  std::int64_t captures() {
    std::int64_t count = 0;
    for (auto const& line : story.news()) count += line.starts_with("ledger capture") ? 1 : 0;
    return count;
  }
};

TEST_F(Paying, a_lost_callback_is_found_by_asking) {
  CLAUSE("HAR-3.2a");
  story.acquirer().acquirer().set_faults({.lose_callbacks = true});
  story.acquirer().choose(story.begin_payment(client, id), sandbox::PageChoice::pay);
  story.settle();
  EXPECT_EQ(state(), "held");
  story.pass(minutes(1));
  EXPECT_EQ(state(), "confirmed");
  EXPECT_EQ(story.acquirer().sent().size(), 0U);
}

TEST_F(Paying, callbacks_that_come_twenty_times_and_out_of_order_have_one_effect) {
  story.acquirer().acquirer().set_faults({.repeat_callbacks = 20, .reorder_callbacks = true});
  CLAUSE("HAR-8.7b");
  auto const page = story.begin_payment(client, id);
  EXPECT_TRUE(page.starts_with("http://pages.test/")) << "the card is asked for at the gateway's: " << page;
  story.acquirer().choose(page, sandbox::PageChoice::pay);
  story.pass(minutes(5));
  EXPECT_EQ(state(), "confirmed");
  EXPECT_EQ(captures(), 1);
  EXPECT_EQ(story.acquirer().sent().size(), 21U);
}

TEST_F(Paying, a_forged_callback_changes_nothing) {
  auto const page = story.begin_payment(client, id);
  auto const payment = story.acquirer().book().at(0);
  gateways::freedompay::Fields fields{{"pg_order_id", payment.order_number},
                                      {"pg_payment_id", "1"},
                                      {"pg_amount", "16000.00"},
                                      {"pg_currency", "KZT"},
                                      {"pg_result", "1"},
                                      {"pg_salt", "abc"}};
  auto const send = [&](gateways::freedompay::Fields form) {
    return HttpClient(story.business().port())
        .send({.method = "POST",
               .target = "/gateways/freedompay/result",
               .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
               .body = gateways::freedompay::encode_form(form)});
  };
  auto forged = fields;
  forged.emplace_back("pg_sig", gateways::freedompay::signature("result", fields, "a guess"));
  EXPECT_NE(send(forged).body.find("error"), std::string::npos);
  // Signed with the right secret, and a lie: the acquirer knows of no payment.
  auto genuine = fields;
  genuine.emplace_back("pg_sig",
                       gateways::freedompay::signature("result", fields, story.acquirer().settings().secret));
  EXPECT_EQ(send(genuine).status, 200);
  story.settle();
  EXPECT_EQ(state(), "held");
  EXPECT_EQ(story.news(), Lines{});
  EXPECT_EQ(story.balances(), Lines{});
}

TEST_F(Paying, the_hold_ends_at_fifteen_minutes_and_the_slot_is_free_again) {
  CLAUSE("HAR-3.2b");
  auto& rival = story.client("rival", "+77010000002");
  auto const slot = boost::json::object{
      {"specialist_id", specialist.id}, {"starts_at", to_rfc3339(start)}, {"confirms_safety", true}};
  auto const held_until = *parse_rfc3339(text_at(story.booking(client, id), "hold_expires_at"));
  story.pass_until(held_until - microseconds(1));
  EXPECT_EQ(rival.visitor.post("/v1/bookings", slot).status, 409);
  story.business().clock().set(held_until);
  EXPECT_EQ(rival.visitor.post("/v1/bookings", slot).status, 201);
}

TEST_F(Paying, paid_after_the_hold_the_booking_stands_where_the_slot_is_free) {
  CLAUSE("HAR-3.2b");
  auto const page = story.begin_payment(client, id);
  story.acquirer().acquirer().set_faults({.answer_after_expiry = true});
  story.acquirer().choose(page, sandbox::PageChoice::pay);
  story.pass(minutes(15));
  EXPECT_NE(state(), "confirmed");
  story.pass(minutes(20));
  EXPECT_EQ(state(), "confirmed");
  EXPECT_EQ(whole_at(story.booking(client, id), "order.paid.minor"), 1'600'000);
}

TEST_F(Paying, paid_after_the_hold_everything_goes_back_where_the_slot_is_gone) {
  CLAUSE("HAR-3.2b");
  CLAUSE("HAR-3.6e");
  auto const page = story.begin_payment(client, id);
  story.acquirer().acquirer().set_faults({.answer_after_expiry = true});
  story.acquirer().choose(page, sandbox::PageChoice::pay);
  story.acquirer().acquirer().set_faults({});
  story.pass(minutes(15));
  auto& rival = story.client("rival", "+77010000002");
  (void)story.booked_and_paid(rival, specialist, start);
  story.forget();
  story.pass(hours(1));
  EXPECT_EQ(state(), "released");
  auto const news = story.news();
  EXPECT_TRUE(has_line(news, "notice hold_expired_refund to client by account, sms")) << news.size();
  EXPECT_TRUE(has_line(news, "notice refund_sent to client by account, sms"));
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), 1'600'000);
}

TEST_F(Paying, a_declined_card_may_be_tried_again_while_the_hold_runs) {
  story.acquirer().choose(story.begin_payment(client, id), sandbox::PageChoice::decline);
  story.settle();
  EXPECT_EQ(story.news(), (Lines{"notice payment_failed to client by account, sms"}));
  story.pass(minutes(1));
  story.pay(client, id);
  EXPECT_EQ(state(), "confirmed");
}

TEST_F(Paying, a_refund_whose_answer_is_lost_is_not_sent_twice) {
  CLAUSE("HAR-3.6e");
  story.pay(client, id);
  story.acquirer().acquirer().set_faults({.lose_refund_answers = 1});
  EXPECT_EQ(story.cancel(client, id).status, 200);
  story.pass(hours(1));
  EXPECT_EQ(story.acquirer().book().at(0).refunded.minor(), 1'600'000);
  EXPECT_EQ(whole_at(story.booking(client, id), "order.refunded.minor"), 1'600'000);
  EXPECT_EQ(story.balances(), (Lines{"acquirer freedompay -32000", "gateway_fee freedompay +32000"}));
}

TEST_F(Paying, a_new_price_touches_neither_a_payment_begun_nor_a_session_paid) {
  CLAUSE("HAR-5.2a");
  CLAUSE("HAR-5.2b");
  CLAUSE("HAR-5.1b");
  auto const page = story.begin_payment(client, id);
  story.pass(minutes(1));
  auto& administrator = story.staff("administrator");
  boost::json::object const price{{"specialist_id", specialist.id},
                                  {"price", boost::json::object{{"minor", 2'000'000}, {"currency", "KZT"}}}};
  auto const published = administrator.visitor.post("/v1/staff/prices", price);
  EXPECT_LT(published.status, 300) << published.body;
  story.acquirer().choose(page, sandbox::PageChoice::pay);
  story.settle();
  EXPECT_EQ(whole_at(story.booking(client, id), "order.paid.minor"), 1'600'000);
  auto& second = story.client("second", "+77010000003");
  auto const later = story.booked_and_paid(second, specialist, astana("2026-12-10T14:00"));
  EXPECT_EQ(whole_at(story.booking(second, later), "order.paid.minor"), 2'000'000);
}

TEST_F(Paying, the_first_payment_waits_for_the_terms_of_the_payment_partner) {
  CLAUSE("HAR-8.7a");
  auto const target = "/v1/bookings/" + id + "/payment";
  auto const shown = story.booking(client, id);
  EXPECT_EQ(text_at(shown, "partner_terms.url"), "https://paybox.example/terms");
  EXPECT_EQ(text_at(shown, "partner_terms.name"), "Paybox.money");
  EXPECT_EQ(text_at(shown, "partner_terms.clause.id"), "HAR-8.7a");
  auto const refused = client.visitor.post(target, boost::json::object{{"accepts_no_refund", false}});
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "partner_terms_not_accepted");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-8.7a");

  auto const confirmed_at = story.now();
  story.pay(client, id);
  auto const kept = story.confirmed(client, "partner_terms");
  ASSERT_EQ(kept.as_array().size(), 1U);
  EXPECT_EQ(text_at(kept, "0.version"), text_at(shown, "partner_terms.version"));
  EXPECT_EQ(text_at(kept, "0.confirmed_at"), to_rfc3339(confirmed_at));
  auto const next = story.book(client, specialist, astana("2026-12-11T12:00"));
  EXPECT_FALSE(has(story.booking(client, next), "partner_terms")) << "asked once";
  auto const begun =
      client.visitor.post("/v1/bookings/" + next + "/payment", boost::json::object{{"accepts_no_refund", false}});
  EXPECT_EQ(begun.status, 202) << begun.body;
}

TEST_F(Paying, a_slot_nearer_than_twelve_hours_is_paid_only_after_the_warning) {
  CLAUSE("HAR-3.2d");
  auto const today = story.book(client, specialist, astana("2026-12-07T16:00"));
  auto const target = "/v1/bookings/" + today + "/payment";
  auto const warned = client.visitor.post(target, boost::json::object{{"accepts_no_refund", false}});
  EXPECT_EQ(warned.status, 409) << warned.body;
  EXPECT_EQ(text_at(warned.json(), "code"), "no_refund_not_accepted");
  EXPECT_EQ(text_at(warned.json(), "clause.id"), "HAR-3.2d");
  story.pay(client, today, true);
  EXPECT_EQ(text_at(story.booking(client, today), "state"), "confirmed");
}

}  // namespace
}  // namespace kelisim::test
