#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::scheduling {

/// What the two sides of a booking are told. All are transactional: no marketing opt-out touches them (HAR-3.6d).
enum class BookingNoticeKind : std::uint8_t {
  booking_confirmed = 1,         ///< to both
  paid_too_late = 2,             ///< to the client: the slot was gone, the money goes back (HAR-3.2b)
  cancelled_by_client = 3,       ///< to the specialist
  cancellation_acknowledged = 4, ///< to the client: received, effective, refund (HAR-3.8f)
  cancelled_by_specialist = 5,   ///< to the client: the session's time and the refund (HAR-3.6d)
  moved = 6,                     ///< to both
  move_asked = 7,                ///< to the side that must agree (HAR-3.7c)
  move_declined = 8,             ///< to the side that asked
  reminder = 9,                  ///< to both, some minutes before the start
  room_open = 10,                ///< to both
  next_session_late = 11,        ///< to the client of the next booking, when the session before it runs over (HAR-3.9d)
  no_show_specialist = 12,       ///< to the client: refunded (HAR-3.6c)
  no_show_client = 13,           ///< to the client: nothing comes back (HAR-3.7a)
  under_delivered = 14,          ///< to the client: refund or a free repeat, as they choose (HAR-1.session.e)
  remedy_refunded = 15,          ///< to the client: no answer came, so the money goes back (HAR-3.6b)
};
BOOST_DESCRIBE_ENUM(BookingNoticeKind, booking_confirmed, paid_too_late, cancelled_by_client, cancellation_acknowledged,
                    cancelled_by_specialist, moved, move_asked, move_declined, reminder, room_open, next_session_late,
                    no_show_specialist, no_show_client, under_delivered, remedy_refunded)

/// One notice to one person. `starts_at` is the start it speaks of: a notice about a start that is no longer the
/// booking's must not be sent (see still_holds()).
struct BookingNotice {
  BookingNoticeKind kind;
  BookingId booking;
  PersonId to;
  Instant starts_at;
  std::optional<Money> refund = std::nullopt;
  std::optional<Instant> received_at = std::nullopt;   ///< of cancellation_acknowledged
  std::optional<Instant> effective_at = std::nullopt;  ///< of cancellation_acknowledged
  std::optional<std::int64_t> minutes_before = std::nullopt;  ///< of reminder
};

/// Writes a notice into the outbox, in the transaction that decides what it tells. Implemented above (server).
class BookingNotices {
 public:
  BookingNotices() = default;
  BookingNotices(BookingNotices const&) = delete;
  BookingNotices& operator=(BookingNotices const&) = delete;
  virtual ~BookingNotices() = default;
  virtual void request(db::Tx& tx, Instant now, BookingNotice const& notice) = 0;
};

/// Asked right before sending: is what the notice says still so? A reminder, for one, is not sent once the booking is
/// cancelled, moved or over.
[[nodiscard]] bool still_holds(db::Tx& tx, BookingNoticeKind kind, BookingId booking, Instant starts_at, Instant now);

}  // namespace kelisim::scheduling
