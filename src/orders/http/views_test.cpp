#include "orders/routes.h"
#include "testing/shop.h"

#include <gmock/gmock.h>
#include <boost/json.hpp>

/// What finance and specialists see, through the routes themselves.
namespace kelisim::orders::testing {
namespace {

using std::chrono::hours;

class ViewsTest : public Shop {
 protected:
  ViewsTest() { add_routes(routes); }

  http::RouteEntry::Outcome ask(std::string const& name, Caller caller, http::Call::Fields path = {},
                                http::Call::Fields query = {}) {
    auto const entry = std::ranges::find(routes.entries(), name, &http::RouteEntry::name);
    EXPECT_NE(entry, routes.entries().end());
    return write([&](db::Tx& tx) {
      http::Call call(tx, clock.now(), caller);
      call.path_fields = std::move(path);
      call.query_fields = std::move(query);
      return entry->run(call, {});
    });
  }
  boost::json::value told_by(std::string const& name, Caller caller, http::Call::Fields path = {},
                             http::Call::Fields query = {}) {
    auto const outcome = ask(name, caller, std::move(path), std::move(query));
    EXPECT_FALSE(outcome.problem.has_value());
    return boost::json::parse(outcome.document.body);
  }
  Caller finance() { return {.role = Role::finance, .person = random.id<PersonId>(noon)}; }
  Caller practice() { return {.role = Role::specialist, .person = specialist}; }

  static std::int64_t minor(boost::json::value const& money) { return money.at("minor").as_int64(); }

  http::Routes routes;
};
KELISIM_ON_BOTH_ENGINES(ViewsTest);

TEST_P(ViewsTest, ASpecialistSeesWhatIsExpectedHeldAndPayable) {
  auto const to_come = open();
  paid(to_come);
  auto const over = open();
  paid(over);
  write([&](db::Tx& tx) { orders.expect_earning(tx, over, clock.now() + hours(12)); });
  auto const done = open();
  paid(done);
  EXPECT_TRUE(earn(done).has_value());
  auto const money = told_by("get_practice_money", practice());
  EXPECT_EQ(minor(money.at("expected")), 2'400'000);
  EXPECT_EQ(minor(money.at("held")), 1'200'000);
  EXPECT_EQ(minor(money.at("payable")), 1'200'000);
  EXPECT_EQ(minor(money.at("paid_out")), 0);
  EXPECT_EQ(money.at("lines").as_array().size(), 4U);
  auto const other = told_by("get_practice_money", {.role = Role::specialist, .person = random.id<PersonId>(noon)});
  EXPECT_TRUE(other.at("lines").as_array().empty());
  EXPECT_EQ(minor(other.at("payable")), 0);
}

TEST_P(ViewsTest, FinanceSeesTheBooksAndOneOrdersStory) {
  auto const order = open();
  auto const payment = paid(order);
  EXPECT_TRUE(refund(order).has_value());
  run();
  auto const ledger = told_by("list_ledger_entries", finance(), {}, {{"order", order.str()}});
  ASSERT_EQ(ledger.at("items").as_array().size(), 3U);
  EXPECT_EQ(ledger.at("items").at(0).at("kind"), "refund_paid");
  EXPECT_EQ(ledger.at("items").at(0).at("clause"), "HAR-3.8a");
  EXPECT_TRUE(told_by("list_ledger_balances", finance()).at("items").as_array().empty());
  auto const story = told_by("get_staff_order", finance(), {{"id", order.str()}});
  EXPECT_EQ(story.at("state"), "returned");
  EXPECT_EQ(story.at("payments").at(0).at("id").as_string(), payment.view());
  EXPECT_EQ(story.at("payments").at(0).at("payee"), "provider");
  EXPECT_EQ(story.at("refunds").at(0).at("state"), "confirmed");
  std::vector<std::string> history;
  for (auto const& line : story.at("history").as_array()) history.emplace_back(line.at("what").as_string());
  EXPECT_THAT(history, ::testing::ElementsAre("opened", "price_frozen", "payment_begun", "payment_prepared",
                                              "payment_page_ready", "paid", "refund_requested", "refund_sent",
                                              "refund_confirmed"));
}

TEST_P(ViewsTest, ACaseIsListedUntilAPersonHasClosedIt) {
  auto const order = open();
  auto const payment = on_page(order);
  gateway.pay(payment, kzt(100));
  tell(payment);
  auto const cases = told_by("list_cases", finance());
  ASSERT_EQ(cases.at("items").as_array().size(), 1U);
  auto const id = std::string(cases.at("items").at(0).at("id").as_string());
  EXPECT_FALSE(ask("close_case", finance(), {{"id", id}}).problem.has_value());
  EXPECT_EQ(ask("close_case", finance(), {{"id", id}}).problem->code, "case_not_found");
  EXPECT_TRUE(told_by("list_cases", finance()).at("items").as_array().empty());
  EXPECT_EQ(told_by("list_cases", finance(), {}, {{"all", "1"}}).at("items").as_array().size(), 1U);
}

TEST_P(ViewsTest, RefusesWhatItDoesNotUnderstand) {
  auto const code = [&](std::string const& name, http::Call::Fields path, http::Call::Fields query) {
    return std::string(ask(name, finance(), std::move(path), std::move(query)).problem->code);
  };
  EXPECT_EQ(code("get_staff_order", {{"id", "nonsense"}}, {}), "order_not_found");
  EXPECT_EQ(code("get_staff_order", {{"id", "01KGA7Z9Q00000000000000000"}}, {}), "order_not_found");
  EXPECT_EQ(code("list_ledger_entries", {}, {{"cursor", "x"}}), "invalid_query");
  EXPECT_EQ(code("list_ledger_entries", {}, {{"account", "purse"}}), "invalid_query");
  EXPECT_EQ(code("list_ledger_balances", {}, {{"cursor", "acquirer"}}), "invalid_query");
}

}  // namespace
}  // namespace kelisim::orders::testing
