#include "clause_mark.h"
#include "testing/shop.h"

#include <gmock/gmock.h>

#include <thread>

namespace kelisim::orders::testing {
namespace {

using ledger::AccountKind;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::ElementsAre;

class PaymentsTest : public Shop {};
KELISIM_ON_BOTH_ENGINES(PaymentsTest);

TEST_P(PaymentsTest, TheWholePriceConfirmsTheOrderAndIsALiability) {
  auto const order = open();
  auto const payment = on_page(order);
  EXPECT_EQ(payment_of(payment).redirect_url, "https://pay.example/100");
  EXPECT_EQ(order_of(order).state, OrderState::open);
  gateway.pay(payment);
  tell(payment);
  CLAUSE("HAR-3.2a");
  CLAUSE("HAR-5.1a");
  CLAUSE("HAR-5.1b");
  CLAUSE("HAR-5.1c");
  CLAUSE("HAR-5.1d");
  auto const view = order_of(order);
  EXPECT_EQ(view.state, OrderState::paid);
  EXPECT_EQ(view.captured, kzt(1'500'000));
  EXPECT_THAT(events.told, ElementsAre("paid"));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(1'500'000));
  EXPECT_EQ(in(AccountKind::prepaid_specialist, order.str()), kzt(-1'200'000));
  EXPECT_EQ(in(AccountKind::prepaid_commission, order.str()), kzt(-300'000));
  EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(0));
  expect_right_books();
}

TEST_P(PaymentsTest, ThePaymentNamesTheProviderAsPayeeAndNothingElseConfirms) {
  auto const order = open();
  auto const payment = on_page(order);
  pass(minutes(1));
  CLAUSE("HAR-2.4a");
  EXPECT_EQ(write([&](db::Tx& tx) { return store::payment(tx, payment).payee; }), "provider");
  EXPECT_EQ(order_of(order).state, OrderState::open);
  EXPECT_TRUE(events.told.empty());
}

TEST_P(PaymentsTest, ALostCallbackIsFoundByAsking) {
  auto const order = open();
  gateway.pay(on_page(order));
  pass(seconds(30));
  EXPECT_EQ(order_of(order).state, OrderState::paid);
}

TEST_P(PaymentsTest, AnotherSumDoesNotConfirmAndGoesBack) {
  auto const order = open();
  auto const payment = on_page(order);
  gateway.pay(payment, kzt(1'499'900));
  tell(payment);
  CLAUSE("HAR-3.2a");
  EXPECT_EQ(order_of(order).state, OrderState::open);
  EXPECT_EQ(payment_of(payment).failure, PaymentFailure::wrong_amount);
  EXPECT_THAT(events.told, ElementsAre("wrong_amount", "refunded 14999.00"));
  EXPECT_THAT(cases(order), ElementsAre("wrong_amount"));
  EXPECT_EQ(gateway.line(payment).refunded, kzt(1'499'900));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(0));
  EXPECT_EQ(in(AccountKind::refund_due, order.str()), kzt(0));
  expect_right_books();
}

TEST_P(PaymentsTest, ACaptureInAnotherCurrencyIsACaseAndConfirmsNothing) {
  auto const order = open();
  auto const payment = on_page(order);
  gateway.pay(payment, Money(1'500'000, Currency::RUB));
  tell(payment);
  EXPECT_EQ(order_of(order).state, OrderState::open);
  EXPECT_THAT(cases(order), ElementsAre("wrong_amount"));
  auto unreadable = open();
  auto const second = on_page(unreadable);
  gateway.pay(second);
  gateway.book.at(second.str()).captured.reset();
  tell(second);
  EXPECT_EQ(order_of(unreadable).state, OrderState::open);
  EXPECT_THAT(cases(unreadable), ElementsAre("unreadable_capture"));
}

TEST_P(PaymentsTest, AStatusOfAnotherOrderChangesNothing) {
  auto const order = open();
  auto const payment = on_page(order);
  auto const other = on_page(open());
  StatusReport const foreign{.state = GatewayPaymentState::captured,
                             .order_number = other.str(),
                             .gateway_payment = "101",
                             .captured = kzt(1'500'000)};
  write([&](db::Tx& tx) {
    settle(tx, {random, events, "scripted", std::chrono::minutes(5)}, payment, foreign, clock.now());
  });
  EXPECT_EQ(order_of(order).state, OrderState::open);
  EXPECT_THAT(cases(order), ElementsAre("foreign_answer"));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(0));
}

TEST_P(PaymentsTest, ThePriceIsThatOfTheFirstPaymentWhateverIsPublishedMeanwhile) {
  auto const order = open();
  auto const first = on_page(order);
  gateway.decline(first);
  tell(first);
  EXPECT_THAT(events.told, ElementsAre("declined"));
  auto const second = begin(order, 1'800'000);
  CLAUSE("HAR-5.2b");
  EXPECT_NE(first, second);
  EXPECT_EQ(payment_of(second).amount, kzt(1'500'000));
  EXPECT_EQ(order_of(order).price, kzt(1'500'000));
}

TEST_P(PaymentsTest, ARunningAttemptIsGivenAgain) {
  auto const order = open();
  auto const first = on_page(order);
  EXPECT_EQ(begin(order), first);
  EXPECT_EQ(gateway.inits, 1);
}

TEST_P(PaymentsTest, RefusesInOrderOfPrecedence) {
  auto const begin_at = [&](OrderId order) {
    return write([&](db::Tx& tx) { return orders.begin_payment(tx, order, request(), clock.now()); });
  };
  auto const order = open();
  paid(order);
  clock.advance(hold);
  EXPECT_EQ(begin_at(order).error(), PaymentRefusal::already_paid);
  auto const ended = open();
  write([&](db::Tx& tx) { orders.close(tx, ended, clock.now()); });
  clock.advance(hold);
  EXPECT_EQ(begin_at(ended).error(), PaymentRefusal::order_ended);
  auto const late = open();
  clock.advance(hold - std::chrono::microseconds(1));
  EXPECT_TRUE(begin_at(late).has_value());
  auto const too_late = open();
  clock.advance(hold);
  EXPECT_EQ(begin_at(too_late).error(), PaymentRefusal::hold_over);
}

TEST_P(PaymentsTest, AnUnpaidAttemptExpiresWithTheHoldAndNotBefore) {
  auto const order = open();
  auto const payment = on_page(order);
  pass(hold - seconds(1));
  EXPECT_EQ(payment_of(payment).state, PaymentState::waiting_for_client);
  pass(seconds(1));
  EXPECT_EQ(payment_of(payment).state, PaymentState::expired);
  EXPECT_THAT(events.told, ElementsAre("expired"));
}

TEST_P(PaymentsTest, ALatePaymentBecomesTheBookingWhileTheSlotIsFree) {
  auto const order = open();
  auto const payment = on_page(order);
  pass(hold);
  write([&](db::Tx& tx) { orders.close(tx, order, clock.now()); });
  gateway.pay(payment);
  pass(minutes(5));
  EXPECT_EQ(order_of(order).state, OrderState::paid);
  EXPECT_THAT(events.told, ElementsAre("expired", "paid"));
}

TEST_P(PaymentsTest, ALatePaymentForALostSlotGoesBackWhole) {
  auto const order = open();
  auto const payment = on_page(order);
  pass(hold);
  write([&](db::Tx& tx) { orders.close(tx, order, clock.now()); });
  events.slot_is_free = false;
  gateway.pay(payment);
  pass(minutes(5));
  CLAUSE("HAR-3.2b");
  EXPECT_EQ(order_of(order).state, OrderState::returned);
  EXPECT_THAT(events.told, ElementsAre("expired", "paid", "refunded 15000.00"));
  EXPECT_EQ(gateway.line(payment).refunded, kzt(1'500'000));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(0));
  EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(0));
  expect_right_books();
}

TEST_P(PaymentsTest, ASecondCaptureOfOneOrderGoesBack) {
  auto const order = open();
  auto const first = on_page(order);
  gateway.decline(first);
  tell(first);
  auto const second = on_page(order);
  gateway.pay(second);
  tell(second);
  gateway.pay(first);
  tell(first);
  EXPECT_EQ(order_of(order).state, OrderState::paid);
  EXPECT_EQ(order_of(order).captured, kzt(3'000'000));
  EXPECT_EQ(gateway.line(first).refunded, kzt(1'500'000));
  EXPECT_EQ(gateway.line(second).refunded, kzt(0));
  EXPECT_THAT(events.told, ElementsAre("declined", "paid", "refunded 15000.00"));
  EXPECT_THAT(cases(order), ElementsAre("double_capture"));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(1'500'000));
  expect_right_books();
}

TEST_P(PaymentsTest, ALostAnswerOfInitOpensNoSecondPayment) {
  for (auto const trouble : {ScriptedGateway::Trouble::lost_before, ScriptedGateway::Trouble::lost_after,
                             ScriptedGateway::Trouble::crash_after}) {
    auto const before = gateway.book.size();
    gateway.on_init = trouble;
    auto const payment = begin(open());
    run();
    EXPECT_EQ(payment_of(payment).state, PaymentState::preparing);
    pass(seconds(10));
    EXPECT_EQ(payment_of(payment).state, PaymentState::waiting_for_client);
    EXPECT_EQ(gateway.book.size(), before + 1);
  }
}

TEST_P(PaymentsTest, ARefusedInitEndsTheAttemptAndWrongSettingsAreACase) {
  gateway.on_init = ScriptedGateway::Trouble::refused;
  auto const order = open();
  auto const payment = begin(order);
  run();
  EXPECT_EQ(payment_of(payment).failure, PaymentFailure::unavailable);
  EXPECT_THAT(events.told, ElementsAre("unavailable"));
  gateway.on_init = ScriptedGateway::Trouble::merchant;
  begin(order);
  run();
  EXPECT_THAT(cases(order), ElementsAre("gateway_settings"));
}

TEST_P(PaymentsTest, ThreeDaysOfSilenceAndThenFoundWithinAQuarterOfAnHour) {
  auto const order = open();
  auto const payment = on_page(order);
  gateway.pay(payment);
  gateway.silent = true;
  for (int hour = 0; hour < 72; ++hour) pass(std::chrono::hours(1));
  EXPECT_EQ(order_of(order).state, OrderState::open);
  gateway.silent = false;
  pass(minutes(15));
  EXPECT_EQ(order_of(order).state, OrderState::paid);
}

TEST_P(PaymentsTest, TheFeeIsTheProvidersExpense) {
  gateway.fee = kzt(30'000);
  auto const order = open();
  auto const payment = paid(order);
  tell(payment);
  EXPECT_EQ(in(AccountKind::gateway_fee, "scripted"), kzt(30'000));
  EXPECT_EQ(in(AccountKind::acquirer, "scripted"), kzt(1'470'000));
  EXPECT_EQ(in(AccountKind::prepaid_specialist, order.str()), kzt(-1'200'000));
  expect_right_books();
}

TEST_P(PaymentsTest, AHintOfAnUnknownPaymentIsRefusedAndManyHintsAreOneLook) {
  write([&](db::Tx& tx) { EXPECT_FALSE(hint(tx, random.id<PaymentId>(clock.now()), clock.now())); });
  auto const payment = paid(open());
  auto const before = gateway.statuses;
  for (int i = 0; i < 20; ++i) tell(payment);
  EXPECT_EQ(gateway.statuses, before + 1);
  EXPECT_THAT(events.told, ElementsAre("paid"));
}

TEST_P(PaymentsTest, ManyAtOnceBeginOneAttempt) {
  auto const order = open();
  std::vector<std::thread> clients;
  std::array<std::optional<PaymentId>, 8> begun;
  for (auto& mine : begun) {
    clients.emplace_back([&] {
      mine = write([&](db::Tx& tx) { return orders.begin_payment(tx, order, request(), clock.now())->id; });
    });
  }
  for (auto& client : clients) client.join();
  for (auto const& mine : begun) EXPECT_EQ(mine, begun[0]);
  run();
  EXPECT_EQ(gateway.book.size(), 1U);
}

}  // namespace
}  // namespace kelisim::orders::testing
