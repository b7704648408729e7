#include "kernel/ensure.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/scheduling.h"
#include "store/bookings.h"
#include "store/occupations.h"
#include "use_cases/appoint.h"
#include "use_cases/holds.h"

namespace kelisim::scheduling {

namespace {

/// Whether the booking that its client now paid for can still have its time; where it can, the time is taken.
bool secure_time(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now) {
  if (now >= booking.starts_at) return false;
  if (booking.state == BookingState::held) return store::keep(tx, booking.id);
  if (booking.state != BookingState::expired) return false;
  expire_holds_around(tx, parts, booking.specialist, {booking.starts_at, booking.busy_until}, now);
  return store::occupy(tx, booking, std::nullopt);
}

void give_up(db::Tx& tx, Parts const& parts, Booking const& booking, PaymentArrived const& arrived, Instant now) {
  if (booking.state == BookingState::held || booking.state == BookingState::expired) {
    store::change_state(tx, booking.id, booking.state, BookingState::released, now);
    store::vacate(tx, booking.id);
  }
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::hold_expired_refund,
                         .booking = booking.id,
                         .to = booking.client,
                         .starts_at = booking.starts_at,
                         .refund = arrived.refund,
                         .clause = std::string(arrived.because.number)});
}

Booking confirm(db::Tx& tx, Booking const& booking, Instant now) {
  store::confirm(tx, booking.id, booking.state, now);
  auto confirmed = booking;
  confirmed.state = BookingState::confirmed;
  confirmed.confirmed_at = now;
  return confirmed;
}

}  // namespace

orders::PaidVerdict BookingOrders::on_paid(db::Tx& tx, orders::OrderId id, Instant now) {
  auto const bought = store::find_by_order(tx, id);
  ENSURE(bought.has_value());
  auto const booking = store::lock_booking(tx, bought->id);
  auto const order = orders::find_order(tx, id);
  ENSURE(booking && order && order->price);
  auto const& terms = parts_.brand.terms.at(booking->terms_version);
  PaymentArrivedFacts const facts{.state = booking->state,
                                  .hold_expires_at = booking->hold_expires_at,
                                  .slot_still_free = secure_time(tx, parts_, *booking, now),
                                  .price = *order->price,
                                  .captured = *order->price,
                                  .now = now};
  auto const arrived = decide_payment(facts, terms);
  auto const decision = terms::record(tx, parts_.random, "scheduling.payment", booking->id.view(), booking->client,
                                      terms, facts, arrived, arrived.because, now);
  if (arrived.end == PaymentEnd::refunded) {
    give_up(tx, parts_, *booking, arrived, now);
    return {orders::Ground{arrived.because, decision.str()}};
  }
  auto const confirmed = confirm(tx, *booking, now);
  appoint(tx, parts_, confirmed, now);
  tell_booked(tx, parts_, confirmed, now);
  return {};
}

void BookingOrders::on_payment_failed(db::Tx& tx, orders::OrderId id, orders::PaymentFailure, Instant now) {
  auto const booking = store::find_by_order(tx, id);
  ENSURE(booking.has_value());
  if (booking->state != BookingState::held || !hold_is_live(booking->hold_expires_at, now)) return;
  parts_.notices.request(tx, now,
                         {.kind = BookingNoticeKind::payment_failed,
                          .booking = booking->id,
                          .to = booking->client,
                          .starts_at = booking->starts_at,
                          .until = booking->hold_expires_at});
}

void BookingOrders::on_refunded(db::Tx& tx, orders::OrderId id, Money amount, Instant now) {
  auto const booking = store::find_by_order(tx, id);
  ENSURE(booking.has_value());
  parts_.notices.request(tx, now,
                         {.kind = BookingNoticeKind::refund_sent,
                          .booking = booking->id,
                          .to = booking->client,
                          .starts_at = booking->starts_at,
                          .refund = amount});
}

}  // namespace kelisim::scheduling
