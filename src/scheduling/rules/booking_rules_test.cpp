// Properties of the rules of selling, cancelling and moving; their single cases stand in tests/clauses/*.table.
#include "harmonia.h"
#include "instants.h"
#include "platform/json/described.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/rules/move_booking.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/rules/sell_slot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace kelisim::scheduling {
namespace {

Money any_money() { return {*rc::gen::inRange<std::int64_t>(0, 10'000'000'00), Currency::KZT}; }

/// At most two days before the start, and often at a second or a microsecond that matters.
Instant any_time_before(Instant starts_at) {
  auto const back = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 48LL * 3600 * 1'000'000),
                                    rc::gen::map(rc::gen::inRange<std::int64_t>(-3, 4), [](std::int64_t micros) {
                                      return std::int64_t{12} * 3600 * 1'000'000 + micros;
                                    }));
  return starts_at - Duration(back);
}

CancelFacts any_cancellation(Party by) {
  auto const starts_at = *test::instants();
  return {.state = BookingState::confirmed,
          .starts_at = starts_at,
          .paid = any_money(),
          .by = by,
          .received_at = any_time_before(starts_at)};
}

RC_GTEST_PROP(CancelProperties, cancelling_earlier_never_refunds_less, ()) {
  auto const later = any_cancellation(*rc::gen::element(Party::client, Party::specialist, Party::provider));
  auto earlier = later;
  earlier.received_at = later.received_at - Duration(*rc::gen::inRange<std::int64_t>(1, 100LL * 3600 * 1'000'000));
  RC_ASSERT(decide_cancel(earlier, test::harmonia())->refund >= decide_cancel(later, test::harmonia())->refund);
}

RC_GTEST_PROP(CancelProperties, refund_and_kept_make_up_what_was_paid, ()) {
  auto const facts = any_cancellation(*rc::gen::element(Party::client, Party::specialist, Party::provider));
  auto const decided = *decide_cancel(facts, test::harmonia());
  RC_ASSERT(decided.refund + decided.kept == facts.paid);
  RC_ASSERT(!(decided.refund.minor() < 0) && !(decided.kept.minor() < 0));
  RC_ASSERT(decided.payout_accrues == decided.kept.is_positive());
}

RC_GTEST_PROP(CancelProperties, the_client_gets_all_up_to_the_shown_deadline_and_nothing_after, ()) {
  auto const facts = any_cancellation(Party::client);
  auto const decided = *decide_cancel(facts, test::harmonia());
  RC_ASSERT(decided.refund ==
            (facts.received_at <= *decided.refund_deadline ? facts.paid : Money::zero(Currency::KZT)));
}

RC_GTEST_PROP(CancelProperties, whatever_our_side_cancels_is_refunded_whole, ()) {
  auto const facts = any_cancellation(*rc::gen::element(Party::specialist, Party::provider));
  RC_ASSERT(decide_cancel(facts, test::harmonia())->refund == facts.paid);
}

RC_GTEST_PROP(CancelProperties, stored_facts_decide_the_same_again, ()) {
  auto const facts = any_cancellation(*rc::gen::element(Party::client, Party::specialist, Party::provider));
  auto const again = json::from_text<CancelFacts>(json::to_text(facts));
  RC_ASSERT(json::to_text(*decide_cancel(again, test::harmonia())) ==
            json::to_text(*decide_cancel(facts, test::harmonia())));
}

RC_GTEST_PROP(MoveProperties, a_client_moves_at_once_exactly_when_a_cancellation_would_refund, ()) {
  auto const facts = any_cancellation(Party::client);
  RC_PRE(facts.paid.is_positive());
  auto const shift = *rc::gen::inRange<std::int64_t>(1, 60LL * 86400 * 1'000'000);
  MoveFacts const move{.state = facts.state,
                       .starts_at = facts.starts_at,
                       .new_starts_at = facts.starts_at + Duration(shift),
                       .paid = facts.paid,
                       .by = Party::client,
                       .received_at = facts.received_at};
  auto const decided = *decide_move(move, test::harmonia());
  RC_ASSERT(decided.at_once == decide_cancel(facts, test::harmonia())->refund.is_positive());
  RC_ASSERT(decided.at_once != decided.consent_of.has_value());
  RC_ASSERT(decided.fee.is_zero());
  RC_ASSERT(json::to_text(decided) ==
            json::to_text(*decide_move(json::from_text<MoveFacts>(json::to_text(move)), test::harmonia())));
}

RC_GTEST_PROP(PaymentProperties, the_warning_says_exactly_when_a_cancellation_would_bring_nothing, ()) {
  auto facts = any_cancellation(Party::client);
  facts.paid = Money(15'000'00, Currency::KZT);
  auto const warning = payment_warning({facts.starts_at, facts.received_at}, test::harmonia());
  RC_ASSERT(warning.must_confirm == decide_cancel(facts, test::harmonia())->refund.is_zero());
}

RC_GTEST_PROP(PaymentProperties, captured_money_ends_as_a_booking_or_goes_back_whole, ()) {
  auto const now = *test::instants();
  PaymentArrivedFacts const facts{
      .state = *rc::gen::element(BookingState::held, BookingState::confirmed, BookingState::cancelled,
                                 BookingState::finished, BookingState::expired, BookingState::released),
      .hold_expires_at = now + Duration(*rc::gen::inRange<std::int64_t>(-2, 3)),
      .slot_still_free = *rc::gen::arbitrary<bool>(),
      .price = Money(15'000'00, Currency::KZT),
      .captured = *rc::gen::element(Money(15'000'00, Currency::KZT), Money(14'999'99, Currency::KZT),
                                    Money(15'000'01, Currency::KZT)),
      .now = now};
  auto const arrived = decide_payment(facts, test::harmonia());
  RC_ASSERT(arrived.refund == (arrived.end == PaymentEnd::confirmed ? Money::zero(Currency::KZT) : facts.captured));
  if (arrived.end == PaymentEnd::confirmed) RC_ASSERT(facts.captured == facts.price);
}

RC_GTEST_PROP(SlotProperties, slots_taken_one_after_another_keep_the_buffer_between_them, ()) {
  constexpr auto buffer = std::chrono::minutes(10);
  std::vector<Interval> taken;
  auto const wishes = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 2880), rc::gen::inRange(50, 181)));
  for (auto const& [minute, length] : wishes) {
    Interval const slot{Instant{} + std::chrono::minutes(minute), Instant{} + std::chrono::minutes(minute + length)};
    if (is_free(slot, taken, buffer)) taken.push_back(slot);
  }
  std::ranges::sort(taken);
  for (std::size_t at = 1; at < taken.size(); ++at) {
    RC_ASSERT(taken[at].starts_at - taken[at - 1].ends_at >= buffer);
  }
}

TEST(Remedy, is_chosen_once_and_before_its_end) {
  Instant const until{1'000'000};
  RemedyFacts const facts{.offered = Remedy::refund_or_move,
                          .taken = false,
                          .until = until,
                          .chooses_refund = false,
                          .now = until - Duration(1)};
  EXPECT_EQ(decide_remedy(facts), false);
  auto late = facts;
  late.now = until;
  EXPECT_EQ(decide_remedy(late).error(), RemedyRefusal::too_late);
  late.taken = true;
  EXPECT_EQ(decide_remedy(late).error(), RemedyRefusal::already_taken);
  auto endless = facts;
  endless.until.reset();
  endless.chooses_refund = true;
  EXPECT_EQ(decide_remedy(endless), true);
}

}  // namespace
}  // namespace kelisim::scheduling
