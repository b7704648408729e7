#include "freedompay/answers.h"

#include <gtest/gtest.h>

namespace kelisim::gateways::freedompay {
namespace {

using orders::GatewayPaymentState;
using orders::GatewayTrouble;

std::string answer(Fields fields) { return signed_response("get_status3.php", std::move(fields), "secret"); }

orders::StatusReport report_of(std::string const& children) {
  auto const root = parse_xml("<response>" + children + "</response>");
  EXPECT_TRUE(root.has_value());
  return read_status(root.value_or(Element{}), Currency::KZT);
}

TEST(FreedomPayAnswer, IsBelievedOnlyWithItsSignature) {
  auto const good = read_answer("get_status3.php", answer({{"pg_status", "ok"}}), "secret");
  EXPECT_TRUE(good.has_value());
  auto const forged = read_answer("get_status3.php", "<response><pg_status>ok</pg_status></response>", "secret");
  ASSERT_FALSE(forged.has_value());
  EXPECT_EQ(forged.error().trouble, GatewayTrouble::unknown);
  auto const other_call = read_answer("revoke.php", answer({{"pg_status", "ok"}}), "secret");
  ASSERT_FALSE(other_call.has_value());
  EXPECT_EQ(other_call.error().code, "unsigned_answer");
}

TEST(FreedomPayAnswer, MayComeUnsignedOnlyForAnUnknownMerchant) {
  auto const text = "<response><pg_status>error</pg_status><pg_error_code>9998</pg_error_code></response>";
  auto const unknown = read_answer("init_payment.php", text, "secret");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().trouble, GatewayTrouble::merchant_error);
}

TEST(FreedomPayAnswer, TellsANoFromAnUnclearAnswer) {
  auto const trouble = [](std::string code) {
    auto const read = read_answer("get_status3.php",
                                  answer({{"pg_status", "error"}, {"pg_error_code", std::move(code)}}), "secret");
    return read.error().trouble;
  };
  EXPECT_EQ(trouble("9999"), GatewayTrouble::merchant_error);
  EXPECT_EQ(trouble("120"), GatewayTrouble::unknown);
  EXPECT_EQ(trouble("1000"), GatewayTrouble::unknown);
  EXPECT_EQ(trouble("200"), GatewayTrouble::declined);
}

TEST(FreedomPayStatus, ReadsACapture) {
  auto const report = report_of(
      "<pg_payment_id>7</pg_payment_id><pg_order_id>A</pg_order_id><pg_payment_status>success</pg_payment_status>"
      "<pg_captured>1</pg_captured><pg_clearing_amount>15000.00</pg_clearing_amount><pg_currency>KZT</pg_currency>"
      "<pg_net_amount>14700.00</pg_net_amount>");
  EXPECT_EQ(report.state, GatewayPaymentState::captured);
  EXPECT_EQ(report.captured, Money(1'500'000, Currency::KZT));
  EXPECT_EQ(report.refunded, Money(0, Currency::KZT));
  EXPECT_EQ(report.fee, Money(30'000, Currency::KZT));
  EXPECT_EQ(report.order_number, "A");
}

TEST(FreedomPayStatus, SumsRefundsThatComeNegative) {
  auto const report = report_of(
      "<pg_payment_id>7</pg_payment_id><pg_payment_status>refunded</pg_payment_status><pg_amount>100</pg_amount>"
      "<pg_refund_payments><item><pg_amount>-30.50</pg_amount><pg_payment_status>success</pg_payment_status></item>"
      "<item><pg_amount>-20</pg_amount><pg_payment_status>pending</pg_payment_status></item></pg_refund_payments>");
  EXPECT_EQ(report.state, GatewayPaymentState::captured);
  EXPECT_EQ(report.refunded, Money(3'050, Currency::KZT));
}

TEST(FreedomPayStatus, HoldsAreNotCapturesAndUnknownWordsAreInFlight) {
  EXPECT_EQ(report_of("<pg_payment_id>7</pg_payment_id><pg_payment_status>success</pg_payment_status>"
                      "<pg_captured>0</pg_captured>")
                .state,
            GatewayPaymentState::in_flight);
  EXPECT_EQ(report_of("<pg_payment_id>7</pg_payment_id><pg_payment_status>brewing</pg_payment_status>").state,
            GatewayPaymentState::in_flight);
  EXPECT_EQ(report_of("<pg_payment_id>0</pg_payment_id>").state, GatewayPaymentState::absent);
  EXPECT_EQ(report_of("<pg_payment_id>7</pg_payment_id><pg_payment_status>failed</pg_payment_status>").state,
            GatewayPaymentState::failed);
}

TEST(FreedomPayStatus, AnotherCurrencyOrABrokenAmountIsUnreadable) {
  auto const dollars = report_of(
      "<pg_payment_id>7</pg_payment_id><pg_payment_status>success</pg_payment_status><pg_amount>100</pg_amount>"
      "<pg_currency>USD</pg_currency>");
  EXPECT_EQ(dollars.state, GatewayPaymentState::captured);
  EXPECT_EQ(dollars.captured, std::nullopt);
  auto const broken = report_of(
      "<pg_payment_id>7</pg_payment_id><pg_payment_status>success</pg_payment_status><pg_amount>1e5</pg_amount>");
  EXPECT_EQ(broken.captured, std::nullopt);
}

}  // namespace
}  // namespace kelisim::gateways::freedompay
