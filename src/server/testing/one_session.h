#pragma once

#include "database_fixture.h"
#include "eventually.h"
#include "ledger/ledger.h"
#include "orders/payment_jobs.h"
#include "scripted_gateway.h"
#include "server/business.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <string>

namespace kelisim::server {

namespace bj = boost::json;
using ledger::AccountKind;

/// Wall clock of Astana on the day of the session or, from 24 on, of the next.
inline Instant astana(int hour, int minute = 0, int second = 0) {
  auto const day = static_cast<unsigned>(11 + hour / 24);
  return Zone::load("Asia/Almaty")->instant({{2026, 12, day}, civil_time(hour % 24, minute, second)});
}
inline Money kzt(std::int64_t tenge) { return {tenge * 100, Currency::KZT}; }

/// A browser's end of a room, without a browser.
class Browser final : public http::Socket {
 public:
  void send(std::string text) override {
    std::lock_guard const lock(mutex_);
    heard_ += text + "\n";
  }
  void close(std::uint16_t, std::string_view why) override {
    std::lock_guard const lock(mutex_);
    if (!closed_for_) closed_for_ = std::string(why);
  }
  [[nodiscard]] bool heard(std::string_view words) const {
    std::lock_guard const lock(mutex_);
    return heard_.find(words) != std::string::npos;
  }
  [[nodiscard]] std::optional<std::string> closed_for() const {
    std::lock_guard const lock(mutex_);
    return closed_for_;
  }

 private:
  mutable std::mutex mutex_;
  std::string heard_;
  std::optional<std::string> closed_for_;
};

struct Visit {
  std::shared_ptr<Browser> browser;
  std::shared_ptr<http::SocketListener> listener;
};

/// The wired business of the sandbox over either engine, one booked and paid session: 2026-12-11, 20:00 to 20:50.
class Session : public test::OnBothEngines {
 protected:
  Session() {
    auto const daniyar = [&](db::Tx& tx) {
      specialist_ = business_.people().find_by_phone(tx, *PhoneNumber::parse("+77000000011"))->id;
      client_ = business_.people().find_by_phone(tx, *PhoneNumber::parse("+77000000001"))->id;
      stranger_ = business_.people().find_by_phone(tx, *PhoneNumber::parse("+77000000002"))->id;
    };
    business_.database().write_now(daniyar);
    id_ = buy(astana(20));
  }

  struct Answer {
    int status;
    std::string code;
    bj::value body;
  };
  Answer ask(std::string const& route, PersonId who, Role role, std::string const& id, std::string const& body = "") {
    auto const& entries = business_.routes().entries();
    auto const entry = std::ranges::find(entries, route, &http::RouteEntry::name);
    if (entry == entries.end()) throw std::logic_error("no route " + route);
    return business_.database().write_now([&](db::Tx& tx) {
      http::Call call(tx, clock_.now(), {role, who, "session"});
      call.language = "en";
      call.path_fields = {{"id", id}};
      auto const outcome = entry->run(call, {"application/json", body});
      if (outcome.problem) return Answer{outcome.problem->status, std::string(outcome.problem->code), {}};
      return Answer{outcome.document.status, "", bj::parse(outcome.document.body)};
    });
  }
  std::string buy(Instant starts_at) {
    auto const booked = ask(
        "book_slot", *client_, Role::client, "",
        bj::serialize(bj::object{
            {"specialist_id", specialist_->str()}, {"starts_at", to_rfc3339(starts_at)}, {"confirms_safety", true}}));
    EXPECT_EQ(booked.status, 201) << booked.code;
    auto const id = std::string(booked.body.at("id").as_string());
    ask("pay_booking", *client_, Role::client, id,
        R"({"accepts_no_refund":true,"accepts_partner_terms":"2026-01-15"})");
    business_.jobs().run_due();
    auto const payment = *orders::PaymentId::parse(gateway_.book.rbegin()->first);
    gateway_.pay(payment);
    business_.database().write_now([&](db::Tx& tx) { EXPECT_TRUE(orders::hint(tx, payment, clock_.now())); });
    business_.jobs().run_due();
    EXPECT_EQ(booking(id).at("state").as_string(), "confirmed");
    return id;
  }
  bj::value booking(std::string const& id) { return ask("get_booking", *client_, Role::client, id).body; }
  bj::value booking() { return booking(id_); }
  std::string outcome() { return std::string(booking().at_pointer("/outcome/kind").as_string()); }
  std::string clause() { return std::string(booking().at_pointer("/outcome/clause/id").as_string()); }

  Result<std::shared_ptr<http::SocketListener>, http::Problem> knock(PersonId who, Role role) {
    return business_.database().write_now([&](db::Tx& tx) {
      http::Call call(tx, clock_.now(), {role, who, "session"});
      call.path_fields = {{"id", id_}};
      return business_.routes().sockets().front().admit(call);
    });
  }
  /// Comes in at `at`, and the join is written when this returns.
  Visit enter(PersonId who, Role role, Instant at) {
    clock_.set(at);
    auto const before = joins();
    auto const admitted = knock(who, role);
    EXPECT_TRUE(admitted.has_value());
    Visit const visit{std::make_shared<Browser>(), *admitted};
    visit.listener->opened(visit.browser);
    EXPECT_TRUE(test::eventually([&] { return joins() != before; }));
    EXPECT_TRUE(hears(visit, R"("type":"welcome")"));
    return visit;
  }
  Visit client_enters(Instant at) { return enter(*client_, Role::client, at); }
  Visit specialist_enters(Instant at) { return enter(*specialist_, Role::specialist, at); }
  /// Leaves at `at` by the button; the leave is written when this returns.
  void leave(Visit const& visit, Instant at) {
    clock_.set(at);
    auto const before = leaves();
    visit.listener->heard(R"({"type":"leave"})");
    EXPECT_TRUE(test::eventually([&] { return leaves() != before; }));
  }
  /// What the room says is sent by the thread that wrote its cause.
  static bool hears(Visit const& visit, std::string_view words) {
    return test::eventually([&] { return visit.browser->heard(words); });
  }
  bj::array stays() { return ask("get_presence", *client_, Role::client, id_).body.at("stays").as_array(); }
  std::size_t joins() { return stays().size(); }
  std::size_t leaves() {
    auto const all = stays();
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [](bj::value const& stay) { return stay.as_object().contains("left_at"); }));
  }

  void pass_to(Instant at) {
    clock_.set(at);
    business_.jobs().run_due();
  }
  Money in(AccountKind kind, std::string const& owner) {
    return business_.database().read_now(
        [&](db::Tx& tx) { return ledger::balance(tx, {kind, owner, Currency::KZT}); });
  }
  void expect_refunded() {
    EXPECT_EQ(booking().at_pointer("/order/refunded/minor").as_int64(), 1'500'000);
    EXPECT_TRUE(in(AccountKind::specialist_payable, specialist_->str()).is_zero());
    EXPECT_TRUE(in(AccountKind::commission_revenue, "").is_zero());
  }
  void expect_earned_twelve_hours_after(Instant end) {
    pass_to(end + std::chrono::hours(12));  // a claim at this instant is still in time
    EXPECT_TRUE(in(AccountKind::specialist_payable, specialist_->str()).is_zero());
    // What was received at the last instant has a minute to be written.
    pass_to(end + std::chrono::hours(12) + std::chrono::minutes(2));
    EXPECT_EQ(in(AccountKind::specialist_payable, specialist_->str()), kzt(-12'000));
    EXPECT_EQ(in(AccountKind::commission_revenue, ""), kzt(-3'000));
  }

  MovableClock clock_{Zone::load("Asia/Almaty")->instant({{2026, 12, 7}, civil_time(12)})};
  SeededRandom random_{3};
  orders::testing::ScriptedGateway gateway_;
  notify::LocalOutbox outbox_;
  std::filesystem::path data_ = std::filesystem::temp_directory_path() /
                                ("kelisim_session_" + std::to_string(::getpid()) + "_" + random_.token(6) +
                                 ::testing::UnitTest::GetInstance()->current_test_info()->name());
  struct Swept {
    std::filesystem::path const& folder;
    explicit Swept(std::filesystem::path const& of) : folder(of) { std::filesystem::remove_all(folder); }
    ~Swept() { std::filesystem::remove_all(folder); }
  } swept_{data_};
  Business business_{{.brand = KELISIM_SOURCE_DIR "/brands/harmonia",
                      .data = data_,
                      .postgres = GetParam() == db::Engine::postgres ? home().postgres().conninfo : "",
                      .origin = "http://localhost",
                      .sandbox = true,
                      .room_silence = std::chrono::hours(24),  // these browsers say nothing by themselves
                      .around = {},
                      .report = {}},
                     {clock_, random_, gateway_, outbox_, outbox_, nullptr, {}}};
  std::optional<PersonId> specialist_;
  std::optional<PersonId> client_;
  std::optional<PersonId> stranger_;
  std::string id_;
};

}  // namespace kelisim::server
