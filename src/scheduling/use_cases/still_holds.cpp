#include "scheduling/notices.h"
#include "scheduling/rules/pay_booking.h"
#include "store/moves.h"

#include <algorithm>

namespace kelisim::scheduling {

namespace {

bool waits_for_answer(db::Tx& tx, BookingId booking) {
  return std::ranges::any_of(store::moves_of(tx, booking),
                             [](store::Move const& move) { return move.state == MoveState::asked; });
}

}  // namespace

bool still_holds(db::Tx& tx, BookingNoticeKind kind, BookingId id, Instant starts_at, Instant now) {
  auto const booking = find_booking(tx, id);
  if (!booking) return false;
  auto const stands = booking->state == BookingState::confirmed && booking->starts_at == starts_at;
  switch (kind) {
    case BookingNoticeKind::booking_confirmed:
    case BookingNoticeKind::practice_booked:
    case BookingNoticeKind::booking_moved:
    case BookingNoticeKind::practice_moved:
      return stands;
    case BookingNoticeKind::reminder_24h:
    case BookingNoticeKind::reminder_1h:
      return stands && now < starts_at;
    case BookingNoticeKind::room_open:
    case BookingNoticeKind::specialist_late:
      return stands && now < booking->ends_at;
    case BookingNoticeKind::move_requested:
      return stands && now < starts_at && waits_for_answer(tx, id);
    case BookingNoticeKind::payment_failed:
      return booking->state == BookingState::held && hold_is_live(booking->hold_expires_at, now);
    case BookingNoticeKind::hold_expired_refund:
    case BookingNoticeKind::booking_cancelled_by_client:
    case BookingNoticeKind::practice_cancelled:
    case BookingNoticeKind::booking_cancelled_by_specialist:
    case BookingNoticeKind::move_answered:
    case BookingNoticeKind::session_under_delivered:
    case BookingNoticeKind::no_show_specialist_refund:
    case BookingNoticeKind::no_show_client:
    case BookingNoticeKind::refund_sent:
    case BookingNoticeKind::booking_called_off:
    case BookingNoticeKind::practice_called_off:
    case BookingNoticeKind::session_disturbed:
      return true;  // tells what happened, which stays so
  }
  return false;
}

}  // namespace kelisim::scheduling
