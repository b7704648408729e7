#include "gateways/freedompay_message.h"
#include "loopback.h"
#include "sandbox/acquirer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

/// The acquirer on a real port, spoken to by our real client.
namespace kelisim::sandbox {
namespace {

namespace wire = gateways::freedompay;

class AcquirerHouseTest : public ::testing::Test {
 protected:
  AcquirerHouseTest() { folder_.make(); }

  struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("kelisim_acquirer_" + std::to_string(::getpid()));
    void make() const {
      std::filesystem::remove_all(path);
      std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
  };

  std::unique_ptr<AcquirerHouse> open() {
    return std::make_unique<AcquirerHouse>(AcquirerSettings{.merchant_id = "1001", .secret = "secret"},
                                           AcquirerPlace{.folder = folder_.path}, clock, random);
  }
  gateways::FreedomPay client(AcquirerHouse const& house) {
    return {
        {.merchant_id = "1001", .secret = "secret", .base_url = house.base_url(), .public_url = "http://127.0.0.1:1"},
        *transport,
        random};
  }
  static test::WireResponse say(std::uint16_t port, std::string const& request) {
    test::Loopback connection(port);
    connection.send(request);
    return connection.receive().value_or(test::WireResponse{});
  }

  Folder folder_;
  MovableClock clock{Instant{1'770'000'000'000'000}};
  SeededRandom random{3};
  std::unique_ptr<gateways::FormTransport> transport = gateways::curl_transport({.total_seconds = 60});
};

TEST_F(AcquirerHouseTest, SpeaksTheProtocolShowsThePageAndKeepsItsBook) {
  auto house = open();
  orders::InitRequest const request{.order_number = "A-1",
                                    .idempotency_key = "A-1",
                                    .amount = Money(1'500'000, Currency::KZT),
                                    .description = "A <b>session</b>",
                                    .language = "en",
                                    .lifetime = std::chrono::minutes(15),
                                    .return_path = "/bookings/1"};
  auto const begun = client(*house).init(request);
  ASSERT_TRUE(begun.has_value()) << begun.error().code;
  EXPECT_TRUE(begun->redirect_url.starts_with(fmt::format("http://localhost:{}/pay/", house->port())));
  EXPECT_EQ(client(*house).init(request)->gateway_payment, begun->gateway_payment);
  auto const path = begun->redirect_url.substr(begun->redirect_url.find("/pay/"));

  auto const page = say(house->port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("A &lt;b&gt;session&lt;/b&gt;"), std::string::npos);
  auto const post = [&](std::string const& form, std::string const& origin) {
    return say(house->port(), fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nOrigin: {}\r\nContent-Type: "
                                          "application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
                                          path, origin, form.size(), form));
  };
  EXPECT_EQ(post("choice=pay", "http://elsewhere.example").status, 403);
  EXPECT_EQ(post("choice=steal", "http://localhost").status, 400);
  EXPECT_EQ(client(*house).status({.order_number = "A-1"})->state, orders::GatewayPaymentState::in_flight);
  auto const paid = post("choice=pay", "http://localhost");
  EXPECT_EQ(paid.status, 303);
  EXPECT_TRUE(paid.header("location").starts_with("http://127.0.0.1:1/bookings/1?payment=success&pg_order_id=A-1"));

  house.reset();
  house = open();
  auto const report = client(*house).status({.order_number = "A-1"});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->state, orders::GatewayPaymentState::captured);
  EXPECT_EQ(report->captured, request.amount);
}

TEST_F(AcquirerHouseTest, ALostAnswerOrNobodyThereIsUnknownAndNotANo) {
  auto const house = open();
  house->acquirer().set_faults({.lose_init_answers = 1});
  orders::InitRequest const request{.order_number = "B-1",
                                    .idempotency_key = "B-1",
                                    .amount = Money(100, Currency::KZT),
                                    .description = "x",
                                    .language = "ru",
                                    .lifetime = std::chrono::minutes(15),
                                    .return_path = "/"};
  auto const lost = client(*house).init(request);
  ASSERT_FALSE(lost.has_value());
  EXPECT_EQ(lost.error().trouble, orders::GatewayTrouble::unknown);
  EXPECT_EQ(lost.error().code, "http_504");
  gateways::FreedomPay nobody({.merchant_id = "1", .secret = "s", .base_url = "http://127.0.0.1:1", .public_url = ""},
                              *transport, random);
  EXPECT_EQ(nobody.init(request).error().code, "no_answer");
  EXPECT_EQ(nobody.init(request).error().trouble, orders::GatewayTrouble::unknown);
}

}  // namespace
}  // namespace kelisim::sandbox
