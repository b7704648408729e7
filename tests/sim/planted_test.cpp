#include "planted.h"
#include "actions.h"

#include <gmock/gmock.h>

namespace kelisim::sim {
namespace {

using ::testing::Contains;
using ::testing::StartsWith;

#define FINISHED "(SELECT id FROM scheduling_bookings WHERE state = 4 ORDER BY id LIMIT 1)"
#define OTHER_FINISHED "(SELECT id FROM scheduling_bookings WHERE state = 4 ORDER BY id DESC LIMIT 1)"
#define CAPTURED "(SELECT id FROM orders_payments WHERE purpose = 'price' ORDER BY id LIMIT 1)"
#define OTHER_CAPTURED "(SELECT id FROM orders_payments WHERE purpose = 'price' ORDER BY id DESC LIMIT 1)"
#define EARNING "(SELECT min(transaction_number) FROM ledger_postings WHERE account_kind = 'commission_revenue')"
#define ORDERED_BY "(SELECT client_id FROM orders_orders WHERE state = 'earned' ORDER BY id LIMIT 1)"

std::vector<Harm> const harms{
    {"a_slot_is_sold_twice",
     "I1: ",
     {"DROP TRIGGER scheduling_bookings_parties_stay",
      "UPDATE scheduling_bookings SET (specialist, starts_at_us, ends_at_us, busy_until_us) = "
      "(SELECT specialist, starts_at_us, ends_at_us, busy_until_us FROM scheduling_bookings WHERE id = " FINISHED
      ") WHERE id = " OTHER_FINISHED}},
    {"a_session_begins_within_the_buffer",
     "I1: ",
     {"DROP TRIGGER scheduling_bookings_parties_stay",
      "UPDATE scheduling_bookings SET (specialist, starts_at_us, ends_at_us, busy_until_us) = "
      "(SELECT specialist, ends_at_us + 599999999, ends_at_us + 3600000000, ends_at_us + 4200000000 "
      "FROM scheduling_bookings WHERE id = " FINISHED ") WHERE id = " OTHER_FINISHED}},
    {"a_paid_booking_counts_as_expired",
     "I2",
     {"UPDATE scheduling_bookings SET state = 5 WHERE order_id = "
      "(SELECT id FROM orders_orders WHERE state = 'earned' ORDER BY id LIMIT 1)"}},
    {"a_returned_order_is_paid_again",
     "I4: order ",
     {"UPDATE orders_orders SET state = 'paid' WHERE id = "
      "(SELECT id FROM orders_orders WHERE state = 'returned' ORDER BY id LIMIT 1)"}},
    {"a_finished_session_is_still_to_come",
     "I4: booking ",
     {"UPDATE scheduling_bookings SET state = 2 WHERE id = " FINISHED}},
    {"a_posting_is_changed_by_hand",
     "I5: transaction ",
     {"DROP TRIGGER ledger_postings_keep_update",
      "UPDATE ledger_postings SET amount_minor = amount_minor + 1 WHERE account_kind = 'acquirer' AND "
      "transaction_number = (SELECT min(transaction_number) FROM ledger_postings WHERE account_kind = 'acquirer')"}},
    {"a_posting_is_deleted",
     "I5: transaction ",
     {"DROP TRIGGER ledger_postings_keep_delete",
      "DELETE FROM ledger_postings WHERE account_kind = 'commission_revenue' AND transaction_number = " EARNING}},
    {"a_balance_is_changed_by_hand",
     "I5: the balance of acquirer",
     {"UPDATE ledger_balances SET balance_minor = balance_minor + 1 WHERE account_kind = 'acquirer'"}},
    {"commission_is_taken_from_a_specialist",
     "I6: specialist_payable stands at",
     {"DROP TRIGGER ledger_postings_keep_update",
      "UPDATE ledger_balances SET balance_minor = balance_minor + 100 WHERE account_kind = 'specialist_payable' AND "
      "owner = (SELECT owner FROM ledger_postings WHERE account_kind = 'specialist_payable' AND "
      "transaction_number = " EARNING ")",
      "UPDATE ledger_balances SET balance_minor = balance_minor - 100 WHERE account_kind = 'commission_revenue'",
      "UPDATE ledger_postings SET amount_minor = amount_minor + CASE account_kind WHEN 'specialist_payable' THEN 100 "
      "ELSE -100 END WHERE account_kind IN ('specialist_payable', 'commission_revenue') AND "
      "transaction_number = " EARNING}},
    {"a_payment_is_booked_with_another_sum",
     "I6: payment ",
     {"UPDATE orders_payments SET price_minor = price_minor - 100, captured_minor = captured_minor - 100 "
      "WHERE id = " CAPTURED}},
    {"an_order_is_paid_twice",
     "I7: order ",
     {"DROP INDEX orders_payments_one_price",
      "UPDATE orders_payments SET order_id = (SELECT order_id FROM orders_payments WHERE id = " CAPTURED
      ") WHERE id = " OTHER_CAPTURED}},
    {"a_payment_is_believed_that_nobody_made",
     "I8: payment ",
     {"UPDATE orders_payments SET state = 'captured', purpose = 'price', captured_minor = price_minor, "
      "captured_currency = currency, captured_at_us = expires_at_us WHERE id = (SELECT p.id FROM orders_payments p "
      "JOIN orders_orders o ON o.id = p.order_id WHERE p.state = 'expired' AND o.state = 'closed' LIMIT 1)"}},
    {"more_is_asked_back_than_was_taken",
     "I9: ",
     {"UPDATE orders_refunds SET amount_minor = amount_minor + 1 WHERE id = (SELECT min(id) FROM orders_refunds)"}},
    {"a_confirmed_cancellation_pays_less",
     "I10: the cancellation ",
     {"UPDATE scheduling_cancellations SET refund_minor = refund_minor + 100"}},
    {"a_capture_is_forgotten",
     "I11: the capture ",
     {"UPDATE orders_payments SET state = 'expired', purpose = NULL, captured_minor = NULL, captured_currency = "
      "NULL, "
      "captured_at_us = NULL WHERE id = " CAPTURED}},
    {"a_decision_is_edited",
     "I13: replay",
     {"DROP TRIGGER terms_decisions_keep_update",
      "UPDATE terms_decisions SET outcome = replace(outcome, 'held', 'no_show_client') WHERE id = (SELECT id FROM "
      "terms_decisions WHERE kind = 'sessions.attendance' AND outcome LIKE '%\"held\"%' ORDER BY id LIMIT 1)"}},
    {"an_audit_row_is_edited",
     "I14: ",
     {"DROP TRIGGER privacy_audit_no_update", "UPDATE privacy_audit SET purpose = 'nothing' WHERE seq = 2"}},
    {"the_accepted_offer_is_taken_away",
     "I16: order ",
     {"DROP TRIGGER terms_acceptances_keep_delete",
      "DELETE FROM terms_acceptances WHERE document = 'offer' AND person = " ORDERED_BY}},
    {"the_offer_was_accepted_after_the_order",
     "I16: order ",
     {"DROP TRIGGER terms_acceptances_keep_update",
      "UPDATE terms_acceptances SET accepted_at_us = accepted_at_us + 100000000000000 WHERE person = " ORDERED_BY}},
    {"another_text_was_accepted",
     "I16: ",
     {"DROP TRIGGER terms_acceptances_keep_update",
      "UPDATE terms_acceptances SET content_hash = '00' WHERE document = 'offer' AND person = " ORDERED_BY}},
    {"the_consent_is_taken_away",
     "I16: the client ",
     {"DROP TRIGGER terms_acceptances_keep_delete",
      "DELETE FROM terms_acceptances WHERE document = 'privacy' AND person = " ORDERED_BY}},
    {"a_job_hangs",
     "I18: job ",
     {"UPDATE platform_jobs SET state = 'ready', done_at_us = NULL, due_at_us = 1 WHERE id = "
      "(SELECT min(id) FROM platform_jobs WHERE state = 'done')"}},
    {"a_message_is_never_sent",
     "I18: message ",
     {"UPDATE notify_messages SET state = 'waiting', due_at_us = 1 WHERE id = (SELECT min(id) FROM "
      "notify_messages)"}},
    {"nobody_is_told_of_a_refund",
     "I18: nobody told",
     {"UPDATE notify_messages SET template = 'another' WHERE template = 'refund_sent'"}},
    {"somebody_is_told_twice_of_a_refund",
     "I18: the client was told too often",
     {"UPDATE notify_messages SET template = 'refund_sent', channel = 'account' WHERE subject = "
      "(SELECT min(subject) FROM notify_messages WHERE template = 'refund_sent')"}},
    {"a_late_cancellation_is_dated_back",
     "I2/I6: ",
     {"UPDATE scheduling_cancellations SET received_at_us = received_at_us - 4 * 86400000000 WHERE side = 1 AND "
      "refund_minor = 0 AND lifted_at_us IS NULL"}},
    {"the_specialist_is_struck_from_the_record_of_presence",
     "I2/I6: ",
     {"DELETE FROM sessions_presences WHERE side = 2"}},
};

TEST(Planted, the_worlds_were_found_faultless_before) {
  for (auto const life : lived_worlds()) {
    EXPECT_EQ(all_of(lived_world(life).report().findings), "");
    EXPECT_EQ(all_of(lived_world(life).findings_after([](db::Tx&) {})), "");
  }
}

class Planted : public ::testing::TestWithParam<Harm> {};

TEST_P(Planted, is_found) {
  auto const done = do_harm(GetParam());
  EXPECT_GT(done.changed, 0) << "the world holds nothing to harm";
  EXPECT_THAT(done.findings, Contains(StartsWith(GetParam().finding)));
}
INSTANTIATE_TEST_SUITE_P(Harms, Planted, ::testing::ValuesIn(harms),
                         [](auto const& info) { return info.param.name; });

constexpr db::Sql forget_answers{"planted.forget_answers", "DELETE FROM platform_idempotency"};
constexpr db::Sql lose_forms{"planted.lose_forms", "DELETE FROM identity_questionnaires"};
constexpr db::Sql swap_answers{"planted.swap_answers",
                               "UPDATE platform_idempotency SET body = (SELECT body FROM platform_idempotency other "
                               "WHERE other.key <> platform_idempotency.key LIMIT 1)"};

/// What is seen only by asking, in a world of its own.
class PlantedForGood : public ::testing::Test {
 protected:
  PlantedForGood() : world({.seed = 6, .operations = 300, .faults = false}) {
    std::ignore = world.run();
    for (auto& one : world.clients()) {  // 75 days are over
      world.ask(*one, {.method = "GET", .target = "/v1/me"});
      EXPECT_TRUE(world.is_in(*one));
    }
  }

  std::vector<std::string> const& findings() const { return world.report().findings; }
  void ask_all_again() {
    for (auto const& old : world.memory()) ask_again(world, old);
  }
  World world;
};

TEST_F(PlantedForGood, forgotten_answers_are_missed) {
  ask_all_again();
  ASSERT_EQ(all_of(findings()), "");
  world.harm([](db::Tx& tx) { tx.execute(forget_answers); });
  ask_all_again();
  EXPECT_THAT(findings(), Contains(::testing::HasSubstr("I10: ")));
}

TEST_F(PlantedForGood, an_altered_answer_is_not_given) {
  world.harm([](db::Tx& tx) { tx.execute(swap_answers); });
  ask_all_again();
  EXPECT_THAT(findings(), Contains(::testing::HasSubstr("was answered 500")));
}

TEST_F(PlantedForGood, lost_forms_are_missed) {
  for (auto& one : world.clients()) the_form_is_kept(world, *one);
  ASSERT_EQ(all_of(findings()), "");
  world.harm([](db::Tx& tx) { tx.execute(lose_forms); });
  for (auto& one : world.clients()) the_form_is_kept(world, *one);
  EXPECT_THAT(findings(), Contains(::testing::HasSubstr("I17: ")));
}

}  // namespace
}  // namespace kelisim::sim
