#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/migrations.h"
#include "database_fixture.h"
#include "identity/demo.h"
#include "identity/migrations.h"
#include "ledger/ledger.h"
#include "ledger/migrations.h"
#include "obligations/migrations.h"
#include "orders/migrations.h"
#include "orders/payment_jobs.h"
#include "platform/clock.h"
#include "platform/jobs/runner.h"
#include "privacy/migrations.h"
#include "scheduling/migrations.h"
#include "scheduling/scheduling.h"
#include "scripted_gateway.h"
#include "store/occupations.h"
#include "terms/editions.h"
#include "terms/migrations.h"
#include "use_cases/pay_booking.h"
#include "use_cases/practice.h"
#include "use_cases/take_slot.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling::testing {

inline Money kzt(std::int64_t tenge) { return {tenge * 100, Currency::KZT}; }

/// Wall clock of Astana, as the clauses' examples give it.
inline Instant astana(int day, int hour, int minute = 0, int second = 0) {
  return Zone::load("Asia/Almaty")
      ->instant({{2026, 12, static_cast<unsigned>(day)}, civil_time(hour, minute, second)});
}

/// Keeps every notice that was asked for.
class NoticeBook final : public BookingNotices {
 public:
  std::vector<BookingNotice> asked;
  void request(db::Tx&, Instant, BookingNotice const& notice) override { asked.push_back(notice); }

  [[nodiscard]] std::vector<BookingNotice> of(BookingNoticeKind kind) const {
    std::vector<BookingNotice> found;
    for (auto const& notice : asked)
      if (notice.kind == kind) found.push_back(notice);
    return found;
  }
};

/// Stands in for sessions: counts what it hears, and opens every room five minutes before.
class SessionStub final : public BookingEvents, public SessionFacts {
 public:
  int appointments = 0;
  int called = 0;
  void appointed(db::Tx&, Booking const&, Instant) override { ++appointments; }
  void called_off(db::Tx&, Booking const&, Instant) override { ++called; }
  SessionView about(db::Tx&, Booking const& booking, Party, Instant) const override {
    return {.room_opens_at = booking.starts_at - std::chrono::minutes(5),
            .may_join = false,
            .ends_at = booking.ends_at,
            .outcome = std::nullopt,
            .equipment = std::nullopt};
  }
};

class NoSender final : public identity::CodeSender {
 public:
  void send_code(db::Tx&, Instant, identity::CodeMessage const&) override {}
  void send_email_code(db::Tx&, Instant, identity::EmailCodeMessage const&) override {}
};

/// HARMONIA over an empty database of either engine, with a gateway in memory and a clock that stands still until
/// moved: noon of 2026-12-07 in Astana. One psychologist works round the clock, 50 minutes a session, for 15 000 KZT.
class House : public test::OnBothEngines {
 protected:
  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

  PersonId add_specialist(std::string const& phone) {
    return write([&](db::Tx& tx) {
      auto const made = people.create_staff(tx, clock.now(), *PhoneNumber::parse(phone), Role::specialist, "Demo",
                                            "ru", std::nullopt);
      terms::DemoSpecialist demo{.key = phone,
                                 .phone = *PhoneNumber::parse(phone),
                                 .gender = "female",
                                 .languages = {"ru"},
                                 .topics = {"anxiety"},
                                 .practice_began = {2012, 9, 1},
                                 .price = kzt(15'000),
                                 .duration_minutes = 50,
                                 .zone = "Asia/Almaty",
                                 .no_prescription_undertaking = true,
                                 .published = true,
                                 .refused_by = std::nullopt,
                                 .education = {{"psychology", "higher", true}},
                                 .hours = {},
                                 .name = {{"ru", "Имя"}, {"en", "Name"}},
                                 .approach = {{"ru", "Подход"}, {"en", "Approach"}},
                                 .about = {{"ru", "О себе"}, {"en", "About"}}};
      catalogue::seed_specialist(tx, catalogue, made->person, demo, clock.now());
      NewPractice practice{made->person, *Zone::load("Asia/Almaty"), std::chrono::minutes(50), {}};
      for (int day = 1; day <= 7; ++day) practice.week.push_back({day, civil_time(0), civil_time(24)});
      EXPECT_TRUE(open_practice(tx, practice, clock.now()));
      return made->person;
    });
  }
  /// A new price from this instant on, by the way that staff take.
  void add_price(db::Tx& tx, Money price, PersonId by) {
    EXPECT_TRUE(catalogue::publish_price(tx, catalogue, specialist, price, clock.now(), by, clock.now()).has_value());
  }
  void change_duration(db::Tx& tx, int minutes) {
    EXPECT_TRUE(set_duration(tx, parts, specialist, minutes, clock.now()).has_value());
  }
  PersonId add_client(std::string const& phone, bool with_questionnaire = true) {
    terms::DemoClient demo{.key = phone,
                           .phone = *PhoneNumber::parse(phone),
                           .language = "ru",
                           .zone = "Asia/Almaty",
                           .questionnaire = std::nullopt};
    if (with_questionnaire)
      demo.questionnaire = terms::DemoQuestionnaire{.display_name = "Лотос",
                                                    .age = 31,
                                                    .prior_experience = false,
                                                    .concern_topic = "anxiety",
                                                    .concern_text = std::nullopt};
    return *write([&](db::Tx& tx) { return identity::register_demo_client(tx, identity_parts, demo, clock.now()); });
  }

  /// As a request would: what a refused use case wrote is undone.
  template <class F>
  auto attempt(F&& use_case) {
    return write([&](db::Tx& tx) {
      auto const mark = tx.mark();
      auto result = use_case(tx);
      result ? tx.keep(mark) : tx.undo(mark);
      return result;
    });
  }

  Result<Booking, TakeSlotRefused> take(PersonId who, Instant starts_at) {
    return attempt([&](db::Tx& tx) { return take_slot(tx, parts, {who, specialist, starts_at, true}, clock.now()); });
  }
  Booking held(Instant starts_at) {
    auto const booking = take(client, starts_at);
    EXPECT_TRUE(booking.has_value());
    return *booking;
  }
  orders::PaymentId begin_payment(Booking const& booking) {
    auto const payment = attempt([&](db::Tx& tx) {
      return pay_booking(tx, parts, again(tx, booking), {true, brand.gateway.terms_version}, "ru", clock.now());
    });
    EXPECT_TRUE(payment.has_value());
    runner.run_due();
    return payment->id;
  }
  static Booking again(db::Tx& tx, Booking const& booking) { return *find_booking(tx, booking.id); }
  /// The client pays on the gateway's page, and we learn of it.
  void settle(orders::PaymentId payment) {
    gateway.pay(payment);
    write([&](db::Tx& tx) { EXPECT_TRUE(orders::hint(tx, payment, clock.now())); });
    runner.run_due();
  }
  Booking confirmed(Instant starts_at) {
    auto const booking = held(starts_at);
    settle(begin_payment(booking));
    EXPECT_EQ(again(booking).state, BookingState::confirmed);
    return again(booking);
  }

  Booking again(Booking const& booking) {
    return write([&](db::Tx& tx) { return *find_booking(tx, booking.id); });
  }
  OwnBooking own(Booking const& booking, Party side) { return {again(booking), side}; }
  orders::OrderView order_of(Booking const& booking) {
    return write([&](db::Tx& tx) { return *orders::find_order(tx, booking.order); });
  }
  Money in(ledger::AccountKind kind, std::string const& owner) {
    return write([&](db::Tx& tx) { return ledger::balance(tx, {kind, owner, Currency::KZT}); });
  }
  void expect_right_books() {
    write([](db::Tx& tx) { EXPECT_TRUE(ledger::check(tx).empty()); });
  }
  void expect_same_on_replay() {
    auto const report = write([&](db::Tx& tx) { return terms::replay_all(tx, replayer, brand.terms); });
    for (auto const& difference : report.differing)
      ADD_FAILURE() << difference.stored.kind << ": " << difference.stored.outcome << " became "
                    << difference.replayed;
    EXPECT_GT(report.decisions, 0);
  }

  House() {
    std::vector<db::Migration> all;
    for (auto const& part : {platform::migrations(), terms::migrations(), privacy::migrations(),
                             identity::migrations(), obligations::migrations(), ledger::migrations(),
                             catalogue::migrations(), orders::migrations(), migrations()})
      all.insert(all.end(), part.begin(), part.end());
    database().migrate(all);
    write([&](db::Tx& tx) { terms::settle_editions(tx, brand, clock.now()); });
    specialist = add_specialist("+77000000010");
    client = add_client("+77000000001");
    orders::add_jobs(runner, random, gateway, booking_orders, brand.gateway.refund_initiate);
    add_jobs(runner, parts);
    add_replays(replayer);
    kelisim::catalogue::add_replays(replayer);
    identity::add_replays(replayer);
  }

  MovableClock clock{astana(7, 12)};
  SeededRandom random{11};
  terms::Brand brand = terms::Brand::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  identity::Settings settings = identity::settings_of(brand, true);
  std::array<std::uint8_t, 32> master{1, 2, 3};
  privacy::ServerKeys keys = privacy::ServerKeys::from_master(master);
  privacy::Vault vault{keys, random};
  privacy::Audit audit{keys};
  identity::People people{vault, audit, random, settings};
  NoSender sender;
  identity::Parts identity_parts{keys, vault, audit, random, brand, settings, sender, {}};
  catalogue::Parts catalogue{brand, people, random};
  orders::Orders orders{random, brand.terms, brand.gateway.refund_initiate};
  orders::testing::ScriptedGateway gateway;
  terms::PreviewSigner previews{master, brand.preview_lifetime};
  NoticeBook notices;
  SessionStub sessions;
  Parts parts{brand, previews, people, orders, notices, sessions, sessions, random};
  BookingOrders booking_orders{parts};
  jobs::JobRunner runner{database(), clock};
  terms::Replayer replayer;
  PersonId specialist = random.id<PersonId>(clock.now());
  PersonId client = random.id<PersonId>(clock.now());
};

}  // namespace kelisim::scheduling::testing
