#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace kelisim::scheduling {

/// What the two sides of a booking are told; each is the template of its name in brands/<brand>/notices. All are
/// transactional: no marketing opt-out touches them (HAR-3.6d).
enum class BookingNoticeKind : std::uint8_t {
  booking_confirmed = 1,            ///< to the client
  practice_booked = 2,              ///< to the specialist
  payment_failed = 3,               ///< to the client
  hold_expired_refund = 4,          ///< to the client: paid late, the slot is gone, the money goes back (HAR-3.2b)
  booking_cancelled_by_client = 5,  ///< to the client: received, effective, refund (HAR-3.8f)
  practice_cancelled = 6,           ///< to the specialist
  booking_cancelled_by_specialist = 7,  ///< to the client: the session's time and the refund (HAR-3.6d)
  booking_moved = 8,                    ///< to the client
  practice_moved = 9,                   ///< to the specialist
  move_requested = 10,                  ///< to the side that must agree (HAR-3.7c)
  move_answered = 11,                   ///< to the side that asked
  reminder_24h = 12,                    ///< to both
  reminder_1h = 13,                     ///< to both
  room_open = 14,                       ///< to both
  specialist_late = 15,            ///< to the client of the next booking, when the one before runs over (HAR-3.9d)
  session_under_delivered = 16,    ///< to the client: refund or a free repeat, as they choose (HAR-1.session.e)
  no_show_specialist_refund = 17,  ///< to the client (HAR-3.6c)
  no_show_client = 18,             ///< to the client (HAR-3.7a)
  refund_sent = 19,                ///< to the client: the gateway confirmed
  booking_called_off = 20,         ///< to the client: refund or another time, as they choose (HAR-4.3.4b)
  practice_called_off = 21,        ///< to the specialist
  session_disturbed = 22,          ///< to both: the service fails at the time of their session (HAR-6.1a)
};
BOOST_DESCRIBE_ENUM(BookingNoticeKind, booking_confirmed, practice_booked, payment_failed, hold_expired_refund,
                    booking_cancelled_by_client, practice_cancelled, booking_cancelled_by_specialist, booking_moved,
                    practice_moved, move_requested, move_answered, reminder_24h, reminder_1h, room_open,
                    specialist_late, session_under_delivered, no_show_specialist_refund, no_show_client, refund_sent,
                    booking_called_off, practice_called_off, session_disturbed)

/// One notice to one person. `starts_at` is the start it speaks of: a notice about a start that is no longer the
/// booking's must not be sent (see still_holds()). The other fields are present where the template has a place for
/// them.
struct BookingNotice {
  BookingNoticeKind kind;
  BookingId booking;
  PersonId to;
  Instant starts_at;
  std::optional<Instant> other_starts_at = std::nullopt;  ///< where it stood before, or is asked to move to
  std::optional<Money> price = std::nullopt;
  std::optional<Money> refund = std::nullopt;
  std::optional<std::string> clause = std::nullopt;  ///< the paragraph's number, "3.8"
  std::optional<Instant> received_at = std::nullopt;
  std::optional<Instant> effective_at = std::nullopt;
  std::optional<Instant> refund_deadline = std::nullopt;
  std::optional<Instant> until = std::nullopt;  ///< end of the hold, or the moved end of the session before
  /// Of a reminder: how long before the start the room opens. Of session_under_delivered: how many are missing.
  std::optional<std::int64_t> minutes = std::nullopt;
  std::optional<bool> accepted = std::nullopt;  ///< of move_answered
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
