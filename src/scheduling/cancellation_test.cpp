#include "clause_mark.h"
#include "store/cancellations.h"
#include "terms/clauses.h"
#include "testing/house.h"
#include "use_cases/cancel_booking.h"
#include "use_cases/move_booking.h"
#include "use_cases/remedies.h"

namespace kelisim::scheduling {
namespace {

using ledger::AccountKind;
using testing::astana;
using testing::kzt;

class Cancellation : public testing::House {
 protected:
  Result<Booking, CancelBookingRefused> cancel(Booking const& booking, Party side,
                                               CancelRequest const& request = {}) {
    return attempt([&](db::Tx& tx) {
      return cancel_booking(tx, parts, {*find_booking(tx, booking.id), side}, request, clock.now());
    });
  }
  CancelPreview preview(Booking const& booking, Party side) {
    return *write(
        [&](db::Tx& tx) { return preview_cancel(tx, parts, {*find_booking(tx, booking.id), side}, clock.now()); });
  }
  void expect_given_back(Booking const& booking) {
    runner.run_due();
    EXPECT_EQ(order_of(booking).state, orders::OrderState::returned);
    EXPECT_EQ(order_of(booking).refunded, kzt(15'000));
    EXPECT_TRUE(in(AccountKind::prepaid_specialist, booking.order.str()).is_zero());
    EXPECT_TRUE(in(AccountKind::prepaid_commission, booking.order.str()).is_zero());
    EXPECT_TRUE(in(AccountKind::specialist_payable, specialist.str()).is_zero());
    expect_right_books();
    expect_same_on_replay();
  }
  void expect_kept(Booking const& booking) {
    runner.run_due();
    EXPECT_EQ(order_of(booking).state, orders::OrderState::earned);
    EXPECT_EQ(in(AccountKind::specialist_payable, specialist.str()), kzt(-12'000));
    EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(-3'000));
    expect_right_books();
    expect_same_on_replay();
  }
};
KELISIM_ON_BOTH_ENGINES(Cancellation);

TEST_P(Cancellation, AtTheDeadlineItselfEverythingComesBack) {
  CLAUSE("HAR-3.8b");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14));
  auto const cancelled = cancel(booking, Party::client);
  ASSERT_TRUE(cancelled.has_value());
  EXPECT_EQ(cancelled->state, BookingState::cancelled);
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_cancelled_by_client).front().refund, kzt(15'000));
  EXPECT_EQ(sessions.called, 1);
  expect_given_back(booking);
}

TEST_P(Cancellation, TwelveHoursBeforeToTheSecondAnObstacleIsReportedInTime) {
  CLAUSE("HAR-4.2.1a");
  auto const in_time = confirmed(astana(11, 22));
  clock.set(astana(11, 10));
  ASSERT_TRUE(cancel(in_time, Party::client).has_value());
  expect_given_back(in_time);

  clock.set(astana(10, 12));
  auto const late = confirmed(astana(11, 22));
  clock.set(astana(11, 10, 0, 1));
  EXPECT_TRUE(preview(late, Party::client).outcome.refund.is_zero());
  ASSERT_TRUE(cancel(late, Party::client, {std::nullopt, true}).has_value());
  EXPECT_TRUE(order_of(late).refunded.is_zero());
}

TEST_P(Cancellation, ReportedOutsideSupportHoursItCountsFromTheNextOpening) {
  CLAUSE("HAR-4.2.1c");
  auto const evening = confirmed(astana(11, 21));
  clock.set(astana(10, 18, 59, 59));
  auto const prompt = preview(evening, Party::client).outcome;
  EXPECT_EQ(prompt.effective_at, astana(10, 18, 59, 59));
  EXPECT_EQ(prompt.refund, kzt(15'000));
  clock.set(astana(10, 20));  // 25 hours before
  auto const too_late = preview(evening, Party::client).outcome;
  EXPECT_EQ(too_late.effective_at, astana(11, 10));
  EXPECT_TRUE(too_late.refund.is_zero());
}

TEST_P(Cancellation, APreviewOfABookingThatHasBeenMovedSincePromisesNothing) {
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(10, 12));
  auto const promise = preview(booking, Party::client);
  auto const mine = own(booking, Party::client);
  ASSERT_TRUE(attempt([&](db::Tx& tx) {
                return move_booking(tx, parts, mine, {astana(15, 20), std::nullopt}, clock.now());
              }).has_value());
  auto const refused = cancel(booking, Party::client, {.preview = promise.token});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(std::get<terms::PreviewRefusal>(refused.error()), terms::PreviewRefusal::outdated);
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_TRUE(cancel(booking, Party::client, {.preview = preview(booking, Party::client).token}).has_value());
}

TEST_P(Cancellation, AMicrosecondLaterNothingComesBackAndItIsConfirmedTwice) {
  CLAUSE("HAR-3.8b");
  CLAUSE("HAR-3.7b");
  CLAUSE("HAR-3.7e");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14) + Duration(1));
  auto const refused = cancel(booking, Party::client);
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(std::holds_alternative<ConfirmationRequired>(refused.error()));
  EXPECT_EQ(again(booking).state, BookingState::confirmed);

  ASSERT_TRUE(cancel(booking, Party::client, {std::nullopt, true}).has_value());
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_cancelled_by_client).front().refund, kzt(0));
  expect_kept(booking);
}

TEST_P(Cancellation, ANoticeAfterSupportHoursCountsFromTheNextOpening) {
  CLAUSE("HAR-3.8c");
  CLAUSE("HAR-3.8f");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(10, 19, 0, 1));
  EXPECT_TRUE(preview(booking, Party::client).outcome.refund.is_zero());
  ASSERT_TRUE(cancel(booking, Party::client, {std::nullopt, true}).has_value());
  auto const told = notices.of(BookingNoticeKind::booking_cancelled_by_client).front();
  EXPECT_EQ(told.received_at, astana(10, 19, 0, 1));
  EXPECT_EQ(told.effective_at, astana(11, 10));
  EXPECT_EQ(told.refund, kzt(0));
}

TEST_P(Cancellation, APreviewIsHonouredForTenMinutes) {
  CLAUSE("HAR-3.7e");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 13, 59));
  auto const promise = preview(booking, Party::client);
  EXPECT_EQ(promise.outcome.refund, kzt(15'000));
  EXPECT_EQ(promise.expires_at, astana(11, 14, 9));
  clock.set(astana(11, 14, 9));  // past the deadline, within the promise
  ASSERT_TRUE(cancel(booking, Party::client, {promise.token, false}).has_value());
  expect_given_back(booking);
}

TEST_P(Cancellation, AnOldPreviewAndAnothersPreviewAreRefused) {
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 13, 59));
  auto const promise = preview(booking, Party::client);
  auto const of_specialist = cancel(booking, Party::specialist, {promise.token, false});
  ASSERT_FALSE(of_specialist.has_value());
  EXPECT_EQ(std::get<terms::PreviewRefusal>(of_specialist.error()), terms::PreviewRefusal::other_purpose);
  clock.set(promise.expires_at + Duration(1));
  auto const late = cancel(booking, Party::client, {promise.token, true});
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(std::get<terms::PreviewRefusal>(late.error()), terms::PreviewRefusal::expired);
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
}

TEST_P(Cancellation, ASecondCancellationChangesNothing) {
  auto const booking = confirmed(astana(12, 2));
  ASSERT_TRUE(cancel(booking, Party::client).has_value());
  auto const twice = cancel(booking, Party::client);
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(std::get<CancelRefused>(twice.error()).why, CancelRefusal::already_cancelled);
  expect_given_back(booking);
}

TEST_P(Cancellation, FreesTheTime) {
  auto const booking = confirmed(astana(12, 2));
  ASSERT_TRUE(cancel(booking, Party::client).has_value());
  EXPECT_TRUE(take(add_client("+77000000002"), astana(12, 2)).has_value());
}

TEST_P(Cancellation, BySpecialistLessThanTwelveHoursBeforeGivesEverythingBackAtOnce) {
  CLAUSE("HAR-3.6a");
  CLAUSE("HAR-3.6d");
  CLAUSE("HAR-3.6e");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(11, 8, 0, 1));
  ASSERT_TRUE(cancel(booking, Party::specialist).has_value());
  auto const told = notices.of(BookingNoticeKind::booking_cancelled_by_specialist).front();
  EXPECT_EQ(told.to, client);
  EXPECT_EQ(told.starts_at, astana(11, 20));
  EXPECT_EQ(told.refund, kzt(15'000));
  expect_given_back(booking);
}

TEST_P(Cancellation, BySpecialistEarlierLeavesTheChoiceAndWithoutAnswerItComesBack) {
  CLAUSE("HAR-3.6b");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(11, 8));
  ASSERT_TRUE(cancel(booking, Party::specialist).has_value());
  clock.set(astana(11, 20) - Duration(1));
  runner.run_due();
  EXPECT_EQ(order_of(booking).state, orders::OrderState::paid);
  clock.set(astana(11, 20));
  expect_given_back(booking);
}

TEST_P(Cancellation, TheClientTakesAnotherTimeInstead) {
  CLAUSE("HAR-3.6b");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(9, 12));
  ASSERT_TRUE(cancel(booking, Party::specialist).has_value());
  auto const chosen = attempt([&](db::Tx& tx) {
    return choose_remedy(tx, parts, *find_booking(tx, booking.id), {RemedyChoice::move, astana(14, 18)}, clock.now());
  });
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->id, booking.id);
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(again(booking).starts_at, astana(14, 18));
  write([&](db::Tx& tx) { EXPECT_FALSE(store::standing_cancellation(tx, booking.id).has_value()); });
  clock.set(astana(11, 20));
  runner.run_due();
  EXPECT_EQ(order_of(booking).state, orders::OrderState::paid);
  EXPECT_EQ(order_of(booking).captured, kzt(15'000));
}

TEST_P(Cancellation, TheClientTakesTheMoneyAndNothingElseAfterIt) {
  CLAUSE("HAR-3.6b");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(9, 12));
  ASSERT_TRUE(cancel(booking, Party::specialist).has_value());
  auto const choose = [&](Choice const& choice) {
    return attempt(
        [&](db::Tx& tx) { return choose_remedy(tx, parts, *find_booking(tx, booking.id), choice, clock.now()); });
  };
  auto const repeat = choose({RemedyChoice::repeat, astana(14, 18)});
  ASSERT_FALSE(repeat.has_value());
  EXPECT_EQ(std::get<ChoiceRefusal>(repeat.error()), ChoiceRefusal::other_choice_offered);
  ASSERT_TRUE(choose({RemedyChoice::refund, std::nullopt}).has_value());
  auto const twice = choose({RemedyChoice::move, astana(14, 18)});
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(std::get<RemedyRefusal>(twice.error()), RemedyRefusal::already_taken);
  expect_given_back(booking);
}

TEST_P(Cancellation, NothingIsCancelledOnceItHasBegun) {
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(11, 19, 59));
  auto const promise = preview(booking, Party::specialist);
  clock.set(astana(11, 20));
  for (auto const& token : {std::optional<std::string>(), std::optional(promise.token)}) {
    auto const refused = cancel(booking, Party::specialist, {token, true});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(std::get<CancelRefused>(refused.error()).why, CancelRefusal::already_started);
  }
}

TEST_P(Cancellation, AFreeRepeatCostsNothingAndHangsOnTheSameOrder) {
  CLAUSE("HAR-1.session.e");
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(11, 21));
  write([&](db::Tx& tx) {
    finish_booking(tx, booking.id, clock.now());
    offer_repeat(tx, parts, again(tx, booking), terms::clause("HAR-1.session.e"), clock.now());
  });
  auto const repeat = attempt([&](db::Tx& tx) {
    return choose_remedy(tx, parts, again(tx, booking), {RemedyChoice::repeat, astana(13, 20)}, clock.now());
  });
  ASSERT_TRUE(repeat.has_value());
  EXPECT_EQ(repeat->state, BookingState::confirmed);
  EXPECT_EQ(repeat->repeat_of, booking.id);
  EXPECT_EQ(repeat->order, booking.order);
  EXPECT_EQ(again(booking).state, BookingState::finished);
  EXPECT_EQ(order_of(booking).captured, kzt(15'000));
  EXPECT_EQ(gateway.inits, 1);
}

}  // namespace
}  // namespace kelisim::scheduling
