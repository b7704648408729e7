#pragma once

#include "database_fixture.h"
#include "ledger/ledger.h"
#include "ledger/migrations.h"
#include "obligations/migrations.h"
#include "orders/check.h"
#include "orders/migrations.h"
#include "orders/orders.h"
#include "orders/payment_jobs.h"
#include "platform/clock.h"
#include "platform/jobs/runner.h"
#include "privacy/migrations.h"
#include "scripted_gateway.h"
#include "store/cases.h"
#include "store/payments.h"
#include "store/refunds.h"
#include "terms/clauses.h"
#include "use_cases/settle_payment.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kelisim::orders::testing {

inline Money kzt(std::int64_t minor) { return {minor, Currency::KZT}; }

inline constexpr Instant noon{1'770'000'000'000'000};
inline constexpr auto hold = std::chrono::minutes(15);
inline constexpr Ground cancelled{.clause = terms::clause("HAR-3.8a")};
inline constexpr Ground accepted{.clause = terms::clause("HAR-5.1d")};
inline constexpr Ground slot_gone{.clause = terms::clause("HAR-3.2b")};

/// Writes down what it is told, in words.
class Listening final : public OrderEvents {
 public:
  std::vector<std::string> told;
  bool slot_is_free = true;

  PaidVerdict on_paid(db::Tx&, OrderId, Instant) override {
    told.emplace_back("paid");
    return slot_is_free ? PaidVerdict{} : PaidVerdict{slot_gone};
  }
  void on_payment_failed(db::Tx&, OrderId, PaymentFailure failure, Instant) override {
    told.emplace_back(to_text(failure));
  }
  void on_refunded(db::Tx&, OrderId, Money amount, Instant) override {
    told.push_back("refunded " + to_decimal(amount));
  }
};

/// Orders over a real database of either engine, a gateway in memory and a clock that stands still until moved.
class Shop : public test::OnBothEngines {
 protected:
  Shop() {
    std::vector<db::Migration> all;
    for (auto const& part : {platform::migrations(), obligations::migrations(), privacy::migrations(),
                             ledger::migrations(), migrations()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    database().migrate(all);
    add_jobs(runner, random, gateway, events, std::chrono::minutes(5));
  }

  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

  PaymentRequest request(std::int64_t price = 1'500'000) {
    return {.price = kzt(price),
            .commission = BasisPoints{2000},
            .description = "A session",
            .language = "en",
            .expires_at = held_at + hold,
            .return_path = "/bookings/1"};
  }

  OrderId open() {
    held_at = clock.now();
    return write([&](db::Tx& tx) {
      return orders.open(tx,
                         {.booking = "booking-" + std::to_string(++bookings),
                          .client = random.id<PersonId>(clock.now()),
                          .specialist = specialist,
                          .terms_version = "2023-02-24"},
                         clock.now());
    });
  }
  PaymentId begin(OrderId order, std::int64_t price = 1'500'000) {
    auto const begun =
        write([&](db::Tx& tx) { return orders.begin_payment(tx, order, request(price), clock.now()); });
    EXPECT_TRUE(begun.has_value());
    return begun->id;
  }
  /// Opened, begun, and on the page.
  PaymentId on_page(OrderId order) {
    auto const payment = begin(order);
    run();
    EXPECT_EQ(payment_of(payment).state, PaymentState::waiting_for_client);
    return payment;
  }
  PaymentId paid(OrderId order) {
    auto const payment = on_page(order);
    gateway.pay(payment);
    tell(payment);
    EXPECT_EQ(order_of(order).state, OrderState::paid);
    return payment;
  }
  void tell(PaymentId payment) {
    EXPECT_TRUE(write([&](db::Tx& tx) { return hint(tx, payment, clock.now()); }));
    run();
  }
  void run() { runner.run_due(); }
  void pass(Duration time) {
    clock.advance(time);
    run();
  }
  Result<RefundAnswer, RefundRefusal> refund(OrderId order) {
    return write([&](db::Tx& tx) { return orders.refund_in_full(tx, order, cancelled, clock.now()); });
  }
  Result<void, EarnRefusal> earn(OrderId order) {
    return write([&](db::Tx& tx) { return orders.earn(tx, order, accepted, clock.now()); });
  }

  OrderView order_of(OrderId order) {
    return write([&](db::Tx& tx) { return *find_order(tx, order); });
  }
  PaymentView payment_of(PaymentId payment) {
    return write([&](db::Tx& tx) { return *find_payment(tx, payment); });
  }
  Money in(ledger::AccountKind kind, std::string const& owner) {
    return write([&](db::Tx& tx) { return ledger::balance(tx, {kind, owner, Currency::KZT}); });
  }
  std::vector<std::string> cases(OrderId order) {
    return write([&](db::Tx& tx) {
      std::vector<std::string> kinds;
      for (auto const& one : store::cases_of(tx, order)) kinds.push_back(one.kind);
      return kinds;
    });
  }
  void expect_right_books() {
    write([](db::Tx& tx) {
      EXPECT_TRUE(ledger::check(tx).empty());
      for (auto const& wrong : check(tx)) ADD_FAILURE() << wrong.what << ' ' << wrong.subject;
    });
  }

  MovableClock clock{noon};
  SeededRandom random{7};
  terms::TermsBook terms = terms::TermsBook::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  PersonId specialist = random.id<PersonId>(noon);
  ScriptedGateway gateway;
  Listening events;
  Orders orders{random, terms, std::chrono::minutes(5)};
  jobs::JobRunner runner{database(), clock};
  Instant held_at = noon;
  int bookings = 0;
};

}  // namespace kelisim::orders::testing
