#include "clause_mark.h"
#include "testing/shop.h"

#include <gmock/gmock.h>

namespace kelisim::orders::testing {
namespace {

using ledger::AccountKind;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::ElementsAre;
using Trouble = ScriptedGateway::Trouble;

class RefundsTest : public Shop {
 protected:
  void expect_returned(OrderId order, PaymentId payment) {
    EXPECT_EQ(order_of(order).state, OrderState::returned);
    EXPECT_EQ(order_of(order).refunded, kzt(1'500'000));
    EXPECT_EQ(order_of(order).refund_due, kzt(0));
    EXPECT_EQ(gateway.line(payment).refunded, kzt(1'500'000));
    EXPECT_EQ(gateway.line(payment).refunds, 1);
    for (auto const kind :
         {AccountKind::prepaid_specialist, AccountKind::prepaid_commission, AccountKind::refund_due}) {
      EXPECT_EQ(in(kind, order.str()), kzt(0));
    }
    EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(0));
    EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(0));
    EXPECT_EQ(in(AccountKind::specialist_payable, specialist.str()), kzt(0));
    expect_right_books();
  }
};
KELISIM_ON_BOTH_ENGINES(RefundsTest);

TEST_P(RefundsTest, EverythingGoesBackCommissionIncluded) {
  auto const order = open();
  auto const payment = paid(order);
  EXPECT_EQ(refund(order)->due, kzt(1'500'000));
  EXPECT_EQ(order_of(order).state, OrderState::returning);
  EXPECT_EQ(in(AccountKind::refund_due, order.str()), kzt(-1'500'000));
  EXPECT_EQ(in(AccountKind::prepaid_commission, order.str()), kzt(0));
  run();
  expect_returned(order, payment);
  EXPECT_THAT(events.told, ElementsAre("paid", "refunded 15000.00"));
  EXPECT_EQ(refund(order).error(), RefundRefusal::already_returned);
}

TEST_P(RefundsTest, TheFeeIsNoDeductionAndStaysOurs) {
  gateway.fee = kzt(30'000);
  auto const order = open();
  auto const payment = paid(order);
  CLAUSE("HAR-3.6e");
  EXPECT_EQ(refund(order)->due, kzt(1'500'000));
  run();
  EXPECT_EQ(gateway.line(payment).refunded, kzt(1'500'000));
  EXPECT_EQ(in(AccountKind::gateway_fee, "scripted"), kzt(30'000));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(-30'000));
  expect_right_books();
}

TEST_P(RefundsTest, EarnedMoneyIsPayableAndRevenueAndCanStillGoBack) {
  auto const order = open();
  auto const payment = paid(order);
  CLAUSE("HAR-3.7f");
  CLAUSE("HAR-5.1d");
  EXPECT_TRUE(earn(order).has_value());
  EXPECT_EQ(in(AccountKind::specialist_payable, specialist.str()), kzt(-1'200'000));
  EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(-300'000));
  EXPECT_EQ(in(AccountKind::prepaid_specialist, order.str()), kzt(0));
  EXPECT_EQ(earn(order).error(), EarnRefusal::already_earned);
  EXPECT_TRUE(refund(order).has_value());
  run();
  expect_returned(order, payment);
}

TEST_P(RefundsTest, GoodwillIsBornByTheProviderAlone) {
  auto const order = open();
  auto const payment = paid(order);
  auto const give = [&] {
    return write([&](db::Tx& tx) { return orders.give_as_goodwill(tx, order, accepted, clock.now()); });
  };
  EXPECT_EQ(give().error(), GoodwillRefusal::not_earned) << "what is not earned goes back by a clause";
  EXPECT_TRUE(earn(order).has_value());
  EXPECT_EQ(give()->due, kzt(1'500'000));
  EXPECT_EQ(give().error(), GoodwillRefusal::not_earned);
  EXPECT_EQ(refund(order).error(), RefundRefusal::already_returned);
  run();
  EXPECT_EQ(order_of(order).state, OrderState::returned);
  EXPECT_EQ(gateway.line(payment).refunded, kzt(1'500'000));
  EXPECT_EQ(in(AccountKind::specialist_payable, specialist.str()), kzt(-1'200'000));
  EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(-300'000));
  EXPECT_EQ(in(AccountKind::goodwill, ""), kzt(1'500'000));
  EXPECT_EQ(in(AccountKind::refund_due, order.str()), kzt(0));
  expect_right_books();
}

TEST_P(RefundsTest, NothingIsEarnedThatIsNotPaidOrHasGoneBack) {
  auto const order = open();
  EXPECT_EQ(earn(order).error(), EarnRefusal::not_paid);
  paid(order);
  EXPECT_TRUE(refund(order).has_value());
  EXPECT_EQ(earn(order).error(), EarnRefusal::already_returned);
}

TEST_P(RefundsTest, AnUnpaidOrderIsClosedAndOwesNothing) {
  auto const order = open();
  EXPECT_EQ(refund(order)->due, kzt(0));
  EXPECT_EQ(order_of(order).state, OrderState::closed);
  EXPECT_EQ(refund(order)->due, kzt(0));
}

TEST_P(RefundsTest, OneRefundWhereverTheAnswerIsLost) {
  CLAUSE("HAR-8.7c");
  for (auto const trouble : {Trouble::lost_before, Trouble::lost_after, Trouble::crash_after}) {
    auto const order = open();
    auto const payment = paid(order);
    gateway.on_refund = trouble;
    EXPECT_TRUE(refund(order).has_value());
    run();
    EXPECT_EQ(order_of(order).state, OrderState::returning);
    for (int minute = 0; minute < 6; ++minute) pass(minutes(1));
    expect_returned(order, payment);
  }
}

TEST_P(RefundsTest, WhileTheStatusMayLagNothingIsSentAgain) {
  auto const order = open();
  auto const payment = paid(order);
  gateway.on_refund = Trouble::lost_after;
  EXPECT_TRUE(refund(order).has_value());
  run();
  auto& line = gateway.book.at(payment.str());
  line.refunded = kzt(0);
  pass(minutes(1));
  EXPECT_EQ(line.refunds, 1);
  line.refunded = kzt(1'500'000);
  pass(minutes(1));
  expect_returned(order, payment);
}

TEST_P(RefundsTest, ARefusingGatewayIsACaseAndTheRefundIsNotForgotten) {
  auto const order = open();
  auto const payment = paid(order);
  gateway.refuse_refunds = 7;
  EXPECT_TRUE(refund(order).has_value());
  for (int quarter = 0; quarter < 8; ++quarter) pass(minutes(15));
  EXPECT_THAT(cases(order), ElementsAre("refund_stuck"));
  EXPECT_EQ(in(AccountKind::refund_due, order.str()), kzt(-1'500'000));
  for (int hour = 0; hour < 4; ++hour) pass(hours(1));
  expect_returned(order, payment);
}

TEST_P(RefundsTest, ASilentGatewayIsAskedUntilItSpeaks) {
  auto const order = open();
  auto const payment = paid(order);
  gateway.silent = true;
  EXPECT_TRUE(refund(order).has_value());
  for (int hour = 0; hour < 48; ++hour) pass(hours(1));
  EXPECT_EQ(order_of(order).state, OrderState::returning);
  gateway.silent = false;
  pass(minutes(15));
  expect_returned(order, payment);
}

TEST_P(RefundsTest, WhatWasSentBackInTheGatewaysCabinetIsNotSentTwice) {
  auto const order = open();
  auto const payment = paid(order);
  auto& line = gateway.book.at(payment.str());
  line.refunded = kzt(1'500'000);
  line.refunds = 1;
  EXPECT_TRUE(refund(order).has_value());
  run();
  expect_returned(order, payment);
  EXPECT_THAT(cases(order), ElementsAre("refunded_elsewhere"));
}

TEST_P(RefundsTest, APartlyRefundedPaymentIsLeftToStaff) {
  auto const order = open();
  auto const payment = paid(order);
  gateway.book.at(payment.str()).refunded = kzt(100'000);
  EXPECT_TRUE(refund(order).has_value());
  run();
  EXPECT_THAT(cases(order), ElementsAre("refund_stuck"));
  EXPECT_EQ(gateway.line(payment).refunds, 0);
}

}  // namespace
}  // namespace kelisim::orders::testing
