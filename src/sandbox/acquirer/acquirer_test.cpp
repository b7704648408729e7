#include "sandbox/acquirer.h"

#include "database_fixture.h"
#include "gateways/freedompay_message.h"
#include "ledger/ledger.h"
#include "ledger/migrations.h"
#include "obligations/migrations.h"
#include "orders/migrations.h"
#include "orders/payment_jobs.h"
#include "privacy/migrations.h"
#include "terms/clauses.h"

#include <gtest/gtest.h>

/// Our client and the stand-in acquirer speak to each other over the protocol's own words; only the wire is missing.
namespace kelisim::sandbox {
namespace {

namespace wire = gateways::freedompay;
using orders::OrderState;
using orders::PaymentState;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Instant noon{1'770'000'000'000'000};
Money const price{1'500'000, Currency::KZT};

class AlwaysFree final : public orders::OrderEvents {
 public:
  orders::PaidVerdict on_paid(db::Tx&, orders::OrderId, Instant) override {
    ++paid;
    return {};
  }
  void on_payment_failed(db::Tx&, orders::OrderId, orders::PaymentFailure, Instant) override { ++failed; }
  void on_refunded(db::Tx&, orders::OrderId, Money, Instant) override { ++refunded; }
  int paid = 0;
  int failed = 0;
  int refunded = 0;
};

/// Carries the acquirer's callbacks to the routes of the business.
class CallbackLine final : public gateways::FormTransport {
 public:
  CallbackLine(http::Routes const& routes, db::Database& database, Clock const& clock)
      : routes_(routes), database_(database), clock_(clock) {}

  std::optional<Answer> post(std::string const& url, std::string const& form) override {
    ++calls;
    last_form = form;
    return deliver("/gateways/freedompay/" + std::string(wire::script_name(url)), form);
  }
  Answer deliver(std::string const& path, std::string const& form,
                 std::string const& type = "application/x-www-form-urlencoded") {
    auto const entry = std::ranges::find(routes_.entries(), path, &http::RouteEntry::path);
    return database_.write_now([&](db::Tx& tx) {
      http::Call call(tx, clock_.now(), {});
      auto const outcome = entry->run(call, {.content_type = type, .text = form});
      return Answer{outcome.document.status, outcome.document.body};
    });
  }

  int calls = 0;
  std::string last_form;

 private:
  http::Routes const& routes_;
  db::Database& database_;
  Clock const& clock_;
};

class AcquirerTest : public test::OnBothEngines {
 protected:
  AcquirerTest() {
    std::vector<db::Migration> all;
    for (auto const& part : {platform::migrations(), obligations::migrations(), privacy::migrations(),
                             ledger::migrations(), orders::migrations()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    database().migrate(all);
    acquirer.serve_pages_at("http://localhost:8081");
    acquirer.add_jobs(callbacks, callback_line);
    orders::add_jobs(runner, random, gateway, events, std::chrono::minutes(5));
    gateways::add_freedompay_routes(routes, settings, random);
  }

  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }
  void run() {
    while (runner.run_due() + callbacks.run_due() > 0) {
    }
  }
  void pass(Duration time) {
    clock.advance(time);
    run();
  }

  void begin() {
    write([&](db::Tx& tx) {
      order = desk.open(tx,
                        {.booking = "b" + std::to_string(++bookings),
                         .client = random.id<PersonId>(noon),
                         .specialist = random.id<PersonId>(noon),
                         .terms_version = "2023-02-24"},
                        clock.now());
      payment = desk.begin_payment(tx, *order,
                                   {.price = price,
                                    .commission = BasisPoints{2000},
                                    .description = "Консультация",
                                    .language = "ru",
                                    .expires_at = clock.now() + minutes(15),
                                    .return_path = "/bookings/1"},
                                   clock.now())
                    ->id;
    });
    run();
  }
  std::string token() {
    auto const url = view().redirect_url.value_or("");
    EXPECT_TRUE(url.starts_with("http://localhost:8081/pay/")) << url;
    return url.substr(url.rfind('/') + 1);
  }
  std::string choose(PageChoice choice) {
    auto const page = token();
    auto const to = book->write_now([&](db::Tx& tx) { return acquirer.choose(tx, clock.now(), page, choice); });
    EXPECT_TRUE(to.has_value());
    return to.value_or("");
  }
  orders::PaymentView view() {
    return write([&](db::Tx& tx) { return *orders::find_payment(tx, *payment); });
  }
  OrderState state() {
    return write([&](db::Tx& tx) { return orders::find_order(tx, *order)->state; });
  }
  std::vector<BookLine> lines() {
    return book->write_now([&](db::Tx& tx) { return SandboxAcquirer::book(tx, clock.now()); });
  }
  void refund() {
    write([&](db::Tx& tx) {
      EXPECT_TRUE(desk.refund_in_full(tx, *order, {.clause = terms::clause("HAR-3.8a")}, clock.now()).has_value());
    });
    run();
  }

  MovableClock clock{noon};
  SeededRandom random{11};
  AlwaysFree events;
  terms::TermsBook terms = terms::TermsBook::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  test::DatabaseHome acquirer_home{db::Engine::sqlite};
  std::unique_ptr<db::Database> book = open_acquirer_book(acquirer_home.folder());
  SandboxAcquirer acquirer{{.merchant_id = "1001", .secret = "secret"}, random};
  AcquirerLine line{acquirer, *book, clock};
  gateways::FreedomPaySettings settings{
      .merchant_id = "1001", .secret = "secret", .base_url = "http://acquirer", .public_url = "http://shop"};
  gateways::FreedomPay gateway{settings, line, random};
  orders::Orders desk{random, terms, std::chrono::minutes(5)};
  jobs::JobRunner runner{database(), clock};
  jobs::JobRunner callbacks{*book, clock};
  http::Routes routes;
  CallbackLine callback_line{routes, database(), clock};
  std::optional<orders::OrderId> order;
  std::optional<orders::PaymentId> payment;
  int bookings = 0;
};
KELISIM_ON_BOTH_ENGINES(AcquirerTest);

TEST_P(AcquirerTest, PaysByCallbackAndOwnQuestion) {
  begin();
  EXPECT_EQ(view().state, PaymentState::waiting_for_client);
  auto const back = choose(PageChoice::pay);
  EXPECT_TRUE(back.starts_with("http://shop/bookings/1?payment=success&pg_order_id=")) << back;
  run();
  EXPECT_EQ(callback_line.calls, 1);
  EXPECT_EQ(state(), OrderState::paid);
  write([&](db::Tx& tx) {
    EXPECT_EQ(ledger::balance(tx, {ledger::AccountKind::gateway_fee, "freedompay", Currency::KZT}),
              Money(30'000, Currency::KZT));
  });
}

TEST_P(AcquirerTest, ADeclineEndsTheAttemptAndLeavingDecidesNothing) {
  begin();
  choose(PageChoice::leave);
  run();
  EXPECT_EQ(view().state, PaymentState::waiting_for_client);
  choose(PageChoice::decline);
  run();
  EXPECT_EQ(view().state, PaymentState::failed);
  EXPECT_EQ(events.failed, 1);
}

TEST_P(AcquirerTest, LostCallbacksAreFoundByThePoller) {
  acquirer.set_faults({.lose_callbacks = true});
  begin();
  choose(PageChoice::pay);
  run();
  EXPECT_EQ(state(), OrderState::open);
  pass(seconds(30));
  EXPECT_EQ(state(), OrderState::paid);
  EXPECT_EQ(callback_line.calls, 0);
}

TEST_P(AcquirerTest, RepeatedDelayedAndReorderedCallbacksHaveOneEffect) {
  acquirer.set_faults({.repeat_callbacks = 5, .delay_callbacks_seconds = 3600, .reorder_callbacks = true});
  begin();
  choose(PageChoice::pay);
  for (int hour = 0; hour < 3; ++hour) pass(minutes(60));
  EXPECT_EQ(callback_line.calls, 6);
  EXPECT_EQ(events.paid, 1);
  EXPECT_EQ(lines()[0].refunded.minor(), 0);
}

TEST_P(AcquirerTest, AnAnswerAfterTheExpiryIsStillAPayment) {
  acquirer.set_faults({.answer_after_expiry = true});
  begin();
  choose(PageChoice::pay);
  pass(minutes(15));
  EXPECT_EQ(view().state, PaymentState::expired);
  pass(minutes(1));
  EXPECT_EQ(state(), OrderState::paid);
  EXPECT_EQ(events.failed, 1);
  EXPECT_EQ(events.paid, 1);
}

TEST_P(AcquirerTest, LostAnswersOfInitAndRefundHaveOneEffect) {
  acquirer.set_faults({.lose_init_answers = 1});
  begin();
  EXPECT_EQ(view().state, PaymentState::preparing);
  pass(seconds(3));
  EXPECT_EQ(view().state, PaymentState::waiting_for_client);
  EXPECT_EQ(lines().size(), 1U);
  choose(PageChoice::pay);
  run();
  acquirer.set_faults({.lose_refund_answers = 1});
  refund();
  EXPECT_EQ(state(), OrderState::returning);
  for (int minute = 0; minute < 5; ++minute) pass(minutes(1));
  EXPECT_EQ(state(), OrderState::returned);
  EXPECT_EQ(lines()[0].refunded, price);
  EXPECT_EQ(events.refunded, 1);
}

TEST_P(AcquirerTest, DeclinesAllWhenTold) {
  acquirer.set_faults({.decline_all = true});
  begin();
  auto const back = choose(PageChoice::pay);
  EXPECT_TRUE(back.starts_with("http://shop/bookings/1?payment=failure&")) << back;
  run();
  EXPECT_EQ(view().state, PaymentState::failed);
}

TEST_P(AcquirerTest, ForgedCallbacksChangeNothing) {
  acquirer.set_faults({.lose_callbacks = true});
  begin();
  wire::Fields fields{{"pg_order_id", payment->str()}, {"pg_payment_id", "1"}, {"pg_result", "1"}, {"pg_salt", "x"}};
  auto const deliver = [&](wire::Fields const& sent) {
    auto const answer = callback_line.deliver("/gateways/freedompay/result", wire::encode_form(sent));
    EXPECT_EQ(answer.status, 200);
    auto const read = wire::parse_xml(answer.body);
    EXPECT_TRUE(read && wire::is_genuine("result", *read, "secret"));
    run();
    return std::string(read->value("pg_status").value_or(""));
  };
  EXPECT_EQ(deliver(fields), "error");
  auto forged = fields;
  forged.emplace_back("pg_sig", wire::signature("result", fields, "guess"));
  EXPECT_EQ(deliver(forged), "error");
  auto other_script = fields;
  other_script.emplace_back("pg_sig", wire::signature("check", fields, "secret"));
  EXPECT_EQ(deliver(other_script), "error");
  auto other_merchant = fields;
  other_merchant.emplace_back("pg_merchant_id", "999");
  other_merchant.emplace_back("pg_sig", wire::signature("result", other_merchant, "secret"));
  EXPECT_EQ(deliver(other_merchant), "error");
  auto unknown = fields;
  unknown[0].second = random.id<orders::PaymentId>(noon).str();
  unknown.emplace_back("pg_sig", wire::signature("result", unknown, "secret"));
  EXPECT_EQ(deliver(unknown), "error");
  EXPECT_EQ(state(), OrderState::open);

  auto lie = fields;
  lie.emplace_back("pg_sig", wire::signature("result", fields, "secret"));
  EXPECT_EQ(deliver(lie), "ok") << "rightly signed, yet our own question says that nothing was paid";
  EXPECT_EQ(state(), OrderState::open);
  auto const doubled = wire::encode_form(lie) + "&pg_result=1";
  EXPECT_NE(callback_line.deliver("/gateways/freedompay/result", doubled).body.find("error"), std::string::npos);
  auto const as_xml = callback_line.deliver("/gateways/freedompay/result", wire::encode_form(lie), "text/xml");
  EXPECT_NE(as_xml.body.find("error"), std::string::npos);
}

TEST_P(AcquirerTest, AReplayedOldCallbackChangesNothing) {
  begin();
  choose(PageChoice::pay);
  run();
  refund();
  EXPECT_EQ(state(), OrderState::returned);
  callback_line.deliver("/gateways/freedompay/result", callback_line.last_form);
  pass(minutes(5));
  EXPECT_EQ(state(), OrderState::returned);
  EXPECT_EQ(events.paid, 1);
  EXPECT_EQ(lines()[0].refunded, price);
}

TEST_P(AcquirerTest, TheCheckRefusesWhatIsNoLongerAwaited) {
  begin();
  auto const ask = [&](std::string amount) {
    wire::Fields fields{{"pg_order_id", payment->str()}, {"pg_amount", std::move(amount)}, {"pg_currency", "KZT"}};
    fields.emplace_back("pg_sig", wire::signature("check", fields, "secret"));
    auto const answer = callback_line.deliver("/gateways/freedompay/check", wire::encode_form(fields));
    return std::string(wire::parse_xml(answer.body)->value("pg_status").value_or(""));
  };
  EXPECT_EQ(ask("15000.00"), "ok");
  EXPECT_EQ(ask("14999.99"), "rejected");
  clock.advance(minutes(15));
  EXPECT_EQ(ask("15000.00"), "rejected");
}

TEST_P(AcquirerTest, RefusesStrangersAndBadParameters) {
  auto const call = [&](std::string const& script, wire::Fields fields, std::string const& secret = "secret") {
    fields.emplace_back("pg_salt", "x");
    fields.emplace_back("pg_sig", wire::signature(script, fields, secret));
    auto const answer = line.post("http://acquirer/" + script, wire::encode_form(fields));
    return std::string(wire::parse_xml(answer->body)->value("pg_error_code").value_or(""));
  };
  EXPECT_EQ(call("get_status3.php", {{"pg_merchant_id", "7"}}), "9998");
  EXPECT_EQ(call("get_status3.php", {{"pg_merchant_id", "1001"}}, "other"), "9999");
  EXPECT_EQ(call("get_status3.php", {{"pg_merchant_id", "1001"}, {"pg_order_id", "none"}}), "340");
  EXPECT_EQ(call("init_payment.php", {{"pg_merchant_id", "1001"}, {"pg_amount", "0"}}), "200");
}

TEST_P(AcquirerTest, ThePageIsLoudAsksNoCardAndSpeaksThreeLanguages) {
  begin();
  auto const secret = token();
  for (auto const* language : {"ru", "kk", "en"}) {
    auto const body =
        book->write_now([&](db::Tx& tx) { return acquirer.page(tx, clock.now(), secret, language)->body; });
    EXPECT_NE(body.find("SANDBOX"), std::string::npos);
    EXPECT_NE(body.find(std::string("lang=\"") + language), std::string::npos);
    EXPECT_EQ(body.find("<input"), std::string::npos);
    EXPECT_EQ(body.find("<script"), std::string::npos);
  }
  choose(PageChoice::pay);
  auto const after = book->write_now([&](db::Tx& tx) { return acquirer.page(tx, clock.now(), secret, "en")->body; });
  EXPECT_NE(after.find("The payment went through."), std::string::npos);
  EXPECT_EQ(after.find("value=\"pay\""), std::string::npos);
}

}  // namespace
}  // namespace kelisim::sandbox
