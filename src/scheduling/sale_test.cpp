#include "clause_mark.h"
#include "store/bookings.h"
#include "testing/house.h"
#include "use_cases/cancel_booking.h"
#include "use_cases/find_slot.h"
#include "use_cases/holds.h"

#include <thread>

namespace kelisim::scheduling {
namespace {

using ledger::AccountKind;
using testing::astana;
using testing::kzt;

class Sale : public testing::House {
 protected:
  /// The name of the refusal, whichever kind it is.
  template <class Refused>
  static std::string name_of(Refused const& refused) {
    return std::visit([](auto const& one) { return std::string(boost::describe::enum_to_string(one.why, "")); },
                      refused);
  }
  std::string refusal(PersonId who, Instant starts_at) {
    auto const taken = take(who, starts_at);
    return taken ? "taken" : name_of(taken.error());
  }
};
KELISIM_ON_BOTH_ENGINES(Sale);

TEST_P(Sale, HoldsASlotAndConfirmsItWhenTheWholePriceIsPaid) {
  CLAUSE("HAR-3.2a");
  auto const booking = held(astana(11, 20));
  EXPECT_EQ(booking.state, BookingState::held);
  EXPECT_EQ(booking.ends_at, astana(11, 20, 50));
  EXPECT_EQ(booking.hold_expires_at, clock.now() + std::chrono::minutes(15));
  auto const payment = begin_payment(booking);
  EXPECT_EQ(again(booking).state, BookingState::held);  // begun is not paid
  settle(payment);

  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(sessions.appointments, 1);
  EXPECT_EQ(order_of(booking).captured, kzt(15'000));
  EXPECT_EQ(in(AccountKind::prepaid_specialist, booking.order.str()), kzt(-12'000));
  EXPECT_EQ(in(AccountKind::prepaid_commission, booking.order.str()), kzt(-3'000));
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_confirmed).size(), 1U);
  EXPECT_EQ(notices.of(BookingNoticeKind::practice_booked).size(), 1U);
  expect_right_books();
  expect_same_on_replay();
}

TEST_P(Sale, IsClosedToAClientWhoEnteredAnAgeBelowEighteen) {
  CLAUSE("HAR-1.user.a");
  http::Routes routes;
  identity::add_routes(routes, identity_parts);
  auto const save = std::ranges::find(routes.entries(), "save_questionnaire", &http::RouteEntry::name);
  ASSERT_NE(save, routes.entries().end());
  write([&](db::Tx& tx) {
    http::Call call(tx, clock.now(), {Role::client, client, "browser"});
    auto const outcome = save->run(call, {"application/json", R"({"display_name": "Lotus", "age": 17,
        "prior_experience": false, "concern_topic": "grief", "declares_truth": true})"});
    ASSERT_TRUE(outcome.problem.has_value());
    EXPECT_EQ(outcome.problem->code, "under_age");
  });
  EXPECT_EQ(refusal(client, astana(11, 20)), "under_age");
}

TEST_P(Sale, IsNotConfirmedByLessThanThePriceNorByADecline) {
  CLAUSE("HAR-3.2a");
  auto const booking = held(astana(11, 20));
  auto const payment = begin_payment(booking);
  gateway.decline(payment);
  write([&](db::Tx& tx) { EXPECT_TRUE(orders::hint(tx, payment, clock.now())); });
  runner.run_due();
  EXPECT_EQ(again(booking).state, BookingState::held);
  EXPECT_EQ(notices.of(BookingNoticeKind::payment_failed).size(), 1U);

  auto const second = begin_payment(booking);
  gateway.pay(second, kzt(14'999));
  write([&](db::Tx& tx) { EXPECT_TRUE(orders::hint(tx, second, clock.now())); });
  runner.run_due();
  EXPECT_EQ(again(booking).state, BookingState::held);
  expect_right_books();
}

TEST_P(Sale, RefusesInTheOrderOfTheOffer) {
  CLAUSE("HAR-3.1a");
  auto const newcomer = add_client("+77000000002", false);
  auto const stranger = random.id<PersonId>(clock.now());
  EXPECT_EQ(refusal(stranger, astana(11, 20)), "not_registered");
  EXPECT_EQ(refusal(specialist, astana(11, 20)), "not_registered");
  EXPECT_EQ(refusal(newcomer, astana(11, 20)), "questionnaire_required");
  auto const nobody =
      attempt([&](db::Tx& tx) { return take_slot(tx, parts, {client, stranger, astana(11, 20)}, clock.now()); });
  ASSERT_FALSE(nobody.has_value());
  EXPECT_EQ(name_of(nobody.error()), "specialist_unavailable");
  EXPECT_EQ(refusal(client, astana(6, 20)), "in_the_past");
  EXPECT_EQ(refusal(client, astana(7, 12, 0, 30)), "too_soon");
  EXPECT_EQ(refusal(client, astana(11, 20, 10)), "outside_hours");
}

TEST_P(Sale, KeepsSessionsAndTheirBufferApart) {
  CLAUSE("HAR-3.2c");
  auto const other = add_client("+77000000002");
  confirmed(astana(11, 20));  // until 20:50, the specialist is free again at 21:00
  EXPECT_EQ(refusal(other, astana(11, 20)), "overlaps");
  EXPECT_EQ(refusal(other, astana(11, 20, 30)), "overlaps");
  EXPECT_EQ(refusal(other, astana(11, 19, 30)), "overlaps");
  EXPECT_EQ(refusal(other, astana(11, 21)), "taken");
  EXPECT_EQ(refusal(other, astana(11, 19)), "taken");
}

TEST_P(Sale, TheDatabaseItselfKeepsTwoOfOneSpecialistApart) {
  CLAUSE("HAR-3.2c");
  auto const booking = held(astana(11, 20));
  auto const occupies = [&](Instant from, PersonId whose) {
    return write([&](db::Tx& tx) {
      auto const mark = tx.mark();
      auto copy = booking;
      copy.id = random.id<BookingId>(clock.now());
      copy.specialist = whose;
      copy.starts_at = from;
      copy.ends_at = from + std::chrono::minutes(50);
      copy.busy_until = from + std::chrono::minutes(60);
      store::insert_booking(tx, copy);
      auto const taken = store::occupy(tx, copy, std::nullopt);
      tx.undo(mark);
      return taken;
    });
  };
  auto const hour = std::chrono::minutes(60);
  EXPECT_FALSE(occupies(booking.starts_at, specialist));
  EXPECT_FALSE(occupies(booking.starts_at + hour - Duration(1), specialist));
  EXPECT_TRUE(occupies(booking.starts_at + hour, specialist));
  EXPECT_FALSE(occupies(booking.starts_at - hour + Duration(1), specialist));
  EXPECT_TRUE(occupies(booking.starts_at - hour, specialist));
  EXPECT_TRUE(occupies(booking.starts_at, random.id<PersonId>(clock.now())));
}

TEST_P(Sale, AHoldIsOverAtItsExpiryToTheMicrosecond) {
  CLAUSE("HAR-3.2b");
  auto const other = add_client("+77000000002");
  auto const booking = held(astana(11, 20));
  clock.set(booking.hold_expires_at - Duration(1));
  EXPECT_EQ(refusal(other, astana(11, 20)), "overlaps");
  clock.set(booking.hold_expires_at);
  EXPECT_EQ(refusal(other, astana(11, 20)), "taken");
  EXPECT_EQ(again(booking).state, BookingState::expired);
  EXPECT_EQ(order_of(booking).state, orders::OrderState::closed);
}

TEST_P(Sale, TheJobEndsHoldsToo) {
  auto const booking = held(astana(11, 20));
  clock.set(booking.hold_expires_at - Duration(1));
  runner.run_due();
  EXPECT_EQ(again(booking).state, BookingState::held);
  clock.advance(std::chrono::minutes(1));
  runner.run_due();
  EXPECT_EQ(again(booking).state, BookingState::expired);
}

TEST_P(Sale, ALatePaymentIsABookingWhileTheTimeIsFree) {
  CLAUSE("HAR-3.2b");
  auto const booking = held(astana(11, 20));
  auto const payment = begin_payment(booking);
  clock.set(booking.hold_expires_at + std::chrono::minutes(2));
  runner.run_due();
  ASSERT_EQ(again(booking).state, BookingState::expired);
  settle(payment);
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(refusal(add_client("+77000000002"), astana(11, 20)), "overlaps");
  expect_same_on_replay();
}

TEST_P(Sale, ALatePaymentGoesBackWhenAnotherHasTheTime) {
  CLAUSE("HAR-3.2b");
  auto const booking = held(astana(11, 20));
  auto const payment = begin_payment(booking);
  clock.set(booking.hold_expires_at);
  auto const rival = take(add_client("+77000000002"), astana(11, 20));
  ASSERT_TRUE(rival.has_value());
  settle(payment);

  EXPECT_EQ(again(booking).state, BookingState::released);
  EXPECT_EQ(again(*rival).state, BookingState::held);
  EXPECT_EQ(order_of(booking).state, orders::OrderState::returned);
  EXPECT_EQ(order_of(booking).refunded, kzt(15'000));
  EXPECT_EQ(notices.of(BookingNoticeKind::hold_expired_refund).front().refund, kzt(15'000));
  expect_right_books();
  expect_same_on_replay();
}

TEST_P(Sale, APaymentAfterTheClientLetTheSlotGoComesBack) {
  auto const booking = held(astana(11, 20));
  auto const payment = begin_payment(booking);
  auto const released =
      attempt([&](db::Tx& tx) { return cancel_booking(tx, parts, {booking, Party::client}, {}, clock.now()); });
  ASSERT_TRUE(released.has_value());
  EXPECT_EQ(released->state, BookingState::released);
  settle(payment);
  EXPECT_EQ(again(booking).state, BookingState::released);
  EXPECT_EQ(order_of(booking).refunded, kzt(15'000));
  expect_right_books();
}

TEST_P(Sale, OneClientHoldsAtMostThreeSlots) {
  for (int hour : {10, 12, 14}) held(astana(11, hour));
  EXPECT_EQ(refusal(client, astana(11, 16)), "too_many_holds");
  clock.advance(std::chrono::minutes(15));
  EXPECT_EQ(refusal(client, astana(11, 16)), "taken");
}

TEST_P(Sale, OneClientWhoAsksFromManyPlacesAtOnceHoldsThreeToo) {
  constexpr int places = 24;
  std::atomic<int> taken = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < places; ++i)
    threads.emplace_back([&, i] {
      auto const outcome = refusal(client, astana(11 + i / 12, 2 * (i % 12)));
      if (outcome == "taken") ++taken;
      if (outcome == "too_many_holds") ++refused;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(taken, held_at_once_max);
  EXPECT_EQ(refused, places - held_at_once_max);
}

TEST_P(Sale, WarnsBeforePaymentThatNothingWouldComeBack) {
  CLAUSE("HAR-3.2d");
  clock.set(astana(11, 12));
  auto const pay = [&](Booking const& booking, bool accepts) {
    return attempt([&](db::Tx& tx) {
      return pay_booking(tx, parts, booking, {accepts, brand.gateway.terms_version}, "ru", clock.now());
    });
  };
  auto const near = held(astana(11, 20));
  auto const refused = pay(near, false);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().why, PayRefusal::no_refund_not_accepted);
  EXPECT_EQ(refused.error().because->id, "HAR-3.2d");
  EXPECT_TRUE(pay(near, true).has_value());
  EXPECT_TRUE(pay(held(astana(13, 20)), false).has_value());
}

TEST_P(Sale, TellsTheAcquirerTheBrandAndTheTimeInTheClientsLanguage) {
  auto const& brand = parts.brand;
  auto const said = [&](std::string_view language) { return payment_description(brand, astana(11, 20), language); };
  EXPECT_EQ(said("ru"), brand.name + ": онлайн-сессия, 11 декабря 2026\u202fг. в 20:00 (Астана)");
  EXPECT_EQ(said("en").find(brand.name + ": online session, "), 0U);
  EXPECT_NE(said("en").find("(Astana)"), std::string::npos);
  EXPECT_NE(said("kk").find("желтоқсан"), std::string::npos);
}

TEST_P(Sale, ThePriceIsThatOfTheInstantAtWhichThePaymentBegins) {
  CLAUSE("HAR-5.2a");
  CLAUSE("HAR-5.2b");
  auto const before = held(astana(11, 20));
  auto const after = held(astana(11, 22));
  begin_payment(before);
  clock.advance(std::chrono::minutes(5));
  auto const admin = random.id<PersonId>(clock.now());
  write([&](db::Tx& tx) { add_price(tx, kzt(18'000), admin); });
  EXPECT_EQ(order_of(before).price, kzt(15'000));
  begin_payment(before);
  EXPECT_EQ(order_of(before).price, kzt(15'000));
  begin_payment(after);
  EXPECT_EQ(order_of(after).price, kzt(18'000));
}

TEST_P(Sale, SixtyFourClientsRaceForTheLastSlot) {
  CLAUSE("HAR-3.2b");
  constexpr int rivals = 64;
  std::vector<PersonId> clients;
  for (int i = 0; i < rivals; ++i) clients.push_back(add_client(fmt::format("+770000011{:02}", i)));
  std::atomic<int> winners = 0;
  std::vector<std::thread> threads;
  for (auto const& who : clients)
    threads.emplace_back([this, who, &winners] {
      if (take(who, astana(11, 20))) ++winners;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(winners, 1);
  auto const live = write(
      [&](db::Tx& tx) { return store::taken(tx, specialist, {astana(11, 20), astana(11, 21)}, clock.now()).size(); });
  EXPECT_EQ(live, 1U);
}

TEST_P(Sale, RivalsForTimesThatOverlapNeverBothWin) {
  constexpr int rivals = 24;
  std::vector<PersonId> clients;
  for (int i = 0; i < rivals; ++i) clients.push_back(add_client(fmt::format("+770000012{:02}", i)));
  std::vector<std::thread> threads;
  for (int i = 0; i < rivals; ++i)
    threads.emplace_back([&, i] { (void)take(clients[static_cast<std::size_t>(i)], astana(11, 20, (i % 4) * 30)); });
  for (auto& thread : threads) thread.join();
  auto const taken =
      write([&](db::Tx& tx) { return store::taken(tx, specialist, {astana(11, 19), astana(11, 23)}, clock.now()); });
  ASSERT_FALSE(taken.empty());
  for (std::size_t i = 1; i < taken.size(); ++i)
    EXPECT_GE(taken[i].starts_at, taken[i - 1].ends_at + brand.scheduling.buffer);
}

TEST_P(Sale, APaymentAtTheEndOfTheHoldIsABookingOrARefundWhoeverIsFaster) {
  CLAUSE("HAR-3.2b");
  auto const rival = add_client("+77000000002");
  for (int hour : {2, 4, 6, 8}) {
    auto const booking = held(astana(11, hour));
    auto const payment = begin_payment(booking);
    clock.set(booking.hold_expires_at);
    gateway.pay(payment);
    write([&](db::Tx& tx) { EXPECT_TRUE(orders::hint(tx, payment, clock.now())); });
    std::thread sweeper([&] { write([&](db::Tx& tx) { expire_holds(tx, parts, clock.now(), 100); }); });
    std::thread taker([&] { (void)take(rival, astana(11, hour)); });
    runner.run_due();
    sweeper.join();
    taker.join();
    runner.run_due();
    auto const state = again(booking).state;
    auto const order = order_of(booking);
    if (state == BookingState::confirmed) {
      EXPECT_EQ(order.state, orders::OrderState::paid);
    } else {
      EXPECT_EQ(state, BookingState::released);
      EXPECT_EQ(order.state, orders::OrderState::returned);
    }
    clock.advance(std::chrono::minutes(20));
  }
  expect_right_books();
}

TEST_P(Sale, AForeignBookingDoesNotExist) {
  auto const booking = confirmed(astana(11, 20));
  auto const other = add_client("+77000000002");
  auto const other_specialist = add_specialist("+77000000011");
  write([&](db::Tx& tx) {
    EXPECT_TRUE(find_own_booking(tx, booking.id, client).has_value());
    EXPECT_EQ(find_own_booking(tx, booking.id, specialist)->side, Party::specialist);
    EXPECT_FALSE(find_own_booking(tx, booking.id, other).has_value());
    EXPECT_FALSE(find_own_booking(tx, booking.id, other_specialist).has_value());
  });
}

TEST_P(Sale, RemindersAreOfTheStartThatStands) {
  auto const booking = confirmed(astana(11, 20));
  clock.set(astana(10, 20));
  runner.run_due();
  EXPECT_EQ(notices.of(BookingNoticeKind::reminder_24h).size(), 2U);  // both sides
  clock.set(astana(11, 19));
  runner.run_due();
  EXPECT_EQ(notices.of(BookingNoticeKind::reminder_1h).size(), 2U);
  clock.set(astana(11, 19, 55));
  runner.run_due();
  EXPECT_EQ(notices.of(BookingNoticeKind::room_open).size(), 2U);
  write([&](db::Tx& tx) {
    auto const holds = [&](Instant start, Instant now) {
      return still_holds(tx, BookingNoticeKind::reminder_1h, booking.id, start, now);
    };
    EXPECT_TRUE(holds(booking.starts_at, booking.starts_at - Duration(1)));
    EXPECT_FALSE(holds(booking.starts_at, booking.starts_at));
    EXPECT_FALSE(holds(booking.starts_at + std::chrono::hours(1), clock.now()));
  });
}

}  // namespace
}  // namespace kelisim::scheduling
