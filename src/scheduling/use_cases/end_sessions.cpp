#include "kernel/ensure.h"
#include "scheduling/ending.h"
#include "store/bookings.h"
#include "terms/decisions.h"
#include "use_cases/appoint.h"
#include "use_cases/cancel_booking.h"
#include "use_cases/holds.h"
#include "use_cases/remedies.h"

namespace kelisim::scheduling {
namespace {

Party side_of(Ending ending) { return ending == Ending::by_client ? Party::client : Party::provider; }

EndingFacts facts_of(db::Tx& tx, Parts const& parts, Booking const& booking, EndingOrder const& order) {
  return {.ending = order.ending,
          .breach = order.breach,
          .session = {.state = booking.state,
                      .starts_at = booking.starts_at,
                      .paid = paid_for(tx, booking, parts.brand.currency),
                      .by = side_of(order.ending),
                      .received_at = order.received_at}};
}

Result<Cancelled, CancelRefused> decided(db::Tx& tx, Parts const& parts, Booking const& booking,
                                         EndingOrder const& order) {
  return decide_ending(facts_of(tx, parts, booking, order), parts.brand.terms.at(booking.terms_version));
}

/// A payment that is still on its way for it goes back instead of bringing the session to life again.
void give_up(db::Tx& tx, Booking const& booking, Instant now) {
  store::change_state(tx, booking.id, BookingState::expired, BookingState::released, now);
}

void call_off(db::Tx& tx, Parts const& parts, Booking const& booking, EndingOrder const& order,
              Cancelled const& outcome, Instant now) {
  auto const decision = terms::record(tx, parts.random, "scheduling.ending", booking.id.view(), booking.client,
                                      parts.brand.terms.at(booking.terms_version),
                                      facts_of(tx, parts, booking, order), outcome, outcome.because, now);
  carry_out(tx, parts, booking, {outcome, side_of(order.ending), order.by, decision.str()}, now);
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::practice_cancelled,
                         .booking = booking.id,
                         .to = booking.specialist,
                         .starts_at = booking.starts_at});
}

}  // namespace

std::vector<EndedSession> preview_ending(db::Tx& tx, Parts const& parts, PersonId client, EndingOrder const& order,
                                         Instant now) {
  std::vector<EndedSession> ended;
  for (auto const& booking : store::ahead_of(tx, client, now)) {
    if (booking.state != BookingState::confirmed) continue;
    auto const outcome = decided(tx, parts, booking, order);
    if (outcome) ended.push_back({booking, *outcome});
  }
  return ended;
}

std::vector<EndedSession> end_sessions(db::Tx& tx, Parts const& parts, PersonId client, EndingOrder const& order,
                                       Instant now) {
  std::vector<EndedSession> ended;
  for (auto const& found : store::ahead_of(tx, client, now)) {
    auto const booking = store::lock_booking(tx, found.id);
    ENSURE(booking.has_value());
    if (booking->state == BookingState::held) release_hold(tx, parts, *booking, now);
    if (booking->state == BookingState::expired) give_up(tx, *booking, now);
    if (booking->state != BookingState::confirmed) continue;
    auto const outcome = decided(tx, parts, *booking, order);
    if (!outcome) continue;  // the edition that it was paid under knows no such end: it stays as it is
    call_off(tx, parts, *booking, order, *outcome, now);
    ended.push_back({*booking, *outcome});
  }
  if (order.ending == Ending::restricted || order.ending == Ending::forfeited) {
    settle_remedies_of(tx, parts, client, now);
  }
  return ended;
}

Money return_forfeited(db::Tx& tx, Parts const& parts, Booking const& booking, Clause const& because,
                       std::string const& decision, Instant now) {
  auto const refunded = parts.orders.refund_in_full(tx, booking.order, {because, decision}, now);
  auto const order = orders::find_order(tx, booking.order);
  ENSURE(order.has_value());
  return refunded ? *order->price : Money::zero(parts.brand.currency);
}

}  // namespace kelisim::scheduling
