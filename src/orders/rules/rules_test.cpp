#include "orders/rules/price.h"
#include "rules/polling.h"
#include "rules/postings.h"
#include "rules/refund_progress.h"
#include "rules/states.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::orders {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Instant noon{1'770'000'000'000'000};
OrderId const order = *OrderId::parse("01KGA7Z9Q00000000000000000");
PersonId const specialist = *PersonId::parse("01KGA7Z9Q00000000000000001");

Money kzt(std::int64_t minor) { return {minor, Currency::KZT}; }

terms::Terms const& harmonia() {
  static terms::TermsBook const book = terms::TermsBook::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  return book.at("2023-02-24");
}

OrderMoney money(std::int64_t price, std::int32_t rate) {
  auto const split = split_price({.price = kzt(price), .commission_basis_points = rate}, harmonia());
  return {order, specialist, kzt(price), split.specialist, split.commission};
}

std::int64_t sum(std::vector<ledger::Posting> const& postings) {
  std::int64_t total = 0;
  for (auto const& posting : postings) {
    EXPECT_FALSE(posting.amount.is_zero());
    total += posting.amount.minor();
  }
  return total;
}

TEST(PriceSplit, IsThatOfTheClause) {
  auto const parts = money(1'500'000, 2000);
  EXPECT_EQ(parts.to_us, kzt(300'000));
  EXPECT_EQ(parts.to_specialist, kzt(1'200'000));
}

TEST(PriceSplit, IsThePriceToTheTiynForEverySmallAmount) {
  for (std::int32_t const rate : {0, 1, 333, 1000, 1999, 2000, 3333, 9999, 10'000}) {
    for (std::int64_t price = 1; price <= 20'000; ++price) {
      auto const parts = money(price, rate);
      ASSERT_EQ(parts.to_us + parts.to_specialist, kzt(price));
      ASSERT_GE(parts.to_us.minor(), 0);
      ASSERT_GE(parts.to_specialist.minor(), 0);
    }
  }
}

RC_GTEST_PROP(Postings, SumToZeroAndUndoOneAnother, ()) {
  auto const price = *rc::gen::inRange<std::int64_t>(1, 9'999'999'900);
  auto const rate = *rc::gen::inRange<std::int32_t>(0, 10'001);
  auto const m = money(price, rate);
  RC_ASSERT(sum(captured_price(m, "g")) == 0);
  RC_ASSERT(sum(earned_price(m)) == 0);
  RC_ASSERT(sum(returned_price(m, false)) == 0);
  RC_ASSERT(sum(returned_price(m, true)) == 0);
  RC_ASSERT(sum(given_as_goodwill(m)) == 0);
  RC_ASSERT(sum(refund_sent(order, m.price, "g")) == 0);
  std::map<std::pair<ledger::AccountKind, std::string>, std::int64_t> accounts;
  auto const was_earned = *rc::gen::arbitrary<bool>();
  std::vector<std::vector<ledger::Posting>> all{captured_price(m, "g"), returned_price(m, was_earned),
                                                refund_sent(order, m.price, "g")};
  if (was_earned) all.push_back(earned_price(m));
  for (auto const& postings : all) {
    for (auto const& posting : postings) accounts[{posting.kind, posting.owner}] += posting.amount.minor();
  }
  for (auto const& [account, balance] : accounts) RC_ASSERT(balance == 0);
}

TEST(PaymentStates, ACaptureIsBelievedFromEveryStateAndNeverUnbelieved) {
  for (auto const state : {PaymentState::created, PaymentState::preparing, PaymentState::waiting_for_client,
                           PaymentState::failed, PaymentState::expired}) {
    EXPECT_EQ(after(state, PaymentEvent::seen_captured), PaymentState::captured);
  }
  for (auto const event : {PaymentEvent::handed_over, PaymentEvent::page_ready, PaymentEvent::refused,
                           PaymentEvent::seen_captured, PaymentEvent::seen_failed, PaymentEvent::timed_out}) {
    EXPECT_EQ(after(PaymentState::captured, event), std::nullopt);
    if (event != PaymentEvent::seen_captured) {
      EXPECT_EQ(after(PaymentState::failed, event), std::nullopt);
      EXPECT_EQ(after(PaymentState::expired, event), std::nullopt);
    }
  }
}

TEST(OrderStates, MoneyIsEarnedOrReturnedNeverBothAtOnce) {
  EXPECT_EQ(after(OrderState::open, OrderEvent::earned), std::nullopt);
  EXPECT_EQ(after(OrderState::returning, OrderEvent::earned), std::nullopt);
  EXPECT_EQ(after(OrderState::returned, OrderEvent::earned), std::nullopt);
  EXPECT_EQ(after(OrderState::returned, OrderEvent::return_begun), std::nullopt);
  EXPECT_EQ(after(OrderState::paid, OrderEvent::let_go), std::nullopt);
  EXPECT_EQ(after(OrderState::closed, OrderEvent::price_captured), OrderState::paid);
}

TEST(Polling, NeverSleepsOverTheExpiry) {
  PollFacts facts{PaymentState::waiting_for_client, noon, noon + minutes(15), true};
  EXPECT_EQ(next_check(facts, noon), noon + seconds(10));
  EXPECT_EQ(next_check(facts, noon + minutes(15) - seconds(5)), noon + minutes(15));
  EXPECT_EQ(next_check(facts, noon + minutes(15)), noon + minutes(15) + seconds(30));
}

TEST(Polling, FindsALostCallbackWithinAQuarterOfAnHourOfTheGatewaysReturn) {
  for (std::int64_t hour = 1; hour < 24 * 30; ++hour) {
    PollFacts const facts{PaymentState::expired, noon, noon + minutes(15), false};
    auto const now = noon + hours(hour);
    auto const next = next_check(facts, now);
    ASSERT_TRUE(next.has_value());
    EXPECT_LE(*next - now, minutes(15));
  }
}

TEST(Polling, EndsWithTheCaptureAndAfterThirtyDays) {
  EXPECT_EQ(next_check({PaymentState::captured, noon, noon, true}, noon), std::nullopt);
  EXPECT_TRUE(next_check({PaymentState::expired, noon, noon, true}, noon + hours(24 * 30)).has_value());
  EXPECT_EQ(next_check({PaymentState::expired, noon, noon, true}, noon + hours(24 * 30) + seconds(1)), std::nullopt);
}

TEST(RefundProgress, AsksBeforeItSendsAgain) {
  StatusReport report{.state = GatewayPaymentState::captured,
                      .order_number = "A",
                      .gateway_payment = "1",
                      .captured = kzt(100),
                      .refunded = kzt(0)};
  RefundFacts facts{kzt(100), kzt(0), 0, std::nullopt, "A"};
  EXPECT_EQ(refund_progress(facts, report, noon), RefundStep::send);
  facts.tries = 1;
  facts.sent_at = noon;
  EXPECT_EQ(refund_progress(facts, report, noon + status_lag - Duration(1)), RefundStep::wait);
  EXPECT_EQ(refund_progress(facts, report, noon + status_lag), RefundStep::send);
  report.refunded = kzt(100);
  EXPECT_EQ(refund_progress(facts, report, noon), RefundStep::gone_back);
  report.refunded = kzt(50);
  EXPECT_EQ(refund_progress(facts, report, noon), RefundStep::ask_staff);
  facts.confirmed_before = kzt(60);
  EXPECT_EQ(refund_progress(facts, report, noon), RefundStep::wait);
  report.order_number = "B";
  EXPECT_EQ(refund_progress(facts, report, noon), RefundStep::ask_staff);
}

}  // namespace
}  // namespace kelisim::orders
