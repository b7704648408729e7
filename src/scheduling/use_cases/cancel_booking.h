#pragma once

#include "kernel/result.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/scheduling.h"

#include <string>
#include <variant>

namespace kelisim::scheduling {

/// What a cancellation would bring if it were sent now, and the promise of it.
struct CancelPreview {
  Cancelled outcome;
  std::string token;
  Instant expires_at;
};

[[nodiscard]] Result<CancelPreview, CancelRefused> preview_cancel(db::Tx& tx, Parts const& parts,
                                                                  OwnBooking const& own, Instant now);

struct CancelRequest {
  std::optional<std::string> preview;  ///< a promise to honour; without one the instant of receipt decides
  bool accepts_no_refund = false;      ///< the second confirmation of HAR-3.7e
};

/// HAR-4.2.1b: "staff may enter a notice received by phone or e-mail with its true time of receipt", which decides.
struct NoticeByStaff {
  Instant received_at;
  PersonId entered_by;
};

/// HAR-3.7e: nothing would come back, and the client has not confirmed that.
struct ConfirmationRequired {
  Clause because;
};

/// In order of precedence.
using CancelBookingRefused = std::variant<terms::PreviewRefusal, CancelRefused, ConfirmationRequired>;

/// A cancellation that has been decided and recorded.
struct DecidedCancellation {
  Cancelled outcome;
  Party side;
  PersonId person;  ///< of the provider: who of the staff answers for it
  std::string decision;
};
/// Writes it, frees the time and lets the money go where the decision says. `booking` is confirmed and locked. Nobody
/// is told here. Answers the booking as it is then.
Booking carry_out(db::Tx& tx, Parts const& parts, Booking booking, DecidedCancellation const& decided, Instant now);

/// Cancels a booking for the side that asks and lets the money go where the decision says: back, kept and earned, or
/// waiting for the client's choice. A held booking is let go. Answers the booking as it is then.
[[nodiscard]] Result<Booking, CancelBookingRefused> cancel_booking(db::Tx& tx, Parts const& parts,
                                                                   OwnBooking const& own,
                                                                   CancelRequest const& request, Instant now);

/// In order of precedence.
enum class NoticeRefusal : std::uint8_t { before_the_booking = 1, in_the_future = 2 };
BOOST_DESCRIBE_ENUM(NoticeRefusal, before_the_booking, in_the_future)
using EnterNoticeRefused = std::variant<NoticeRefusal, CancelRefused>;
/// The client's own notice, as if it had come through the account when it was received. A session that has begun
/// since is past cancelling. Nothing is asked back: the notice stands.
[[nodiscard]] Result<Booking, EnterNoticeRefused> enter_notice(db::Tx& tx, Parts const& parts, Booking const& booking,
                                                               NoticeByStaff const& notice, Instant now);

}  // namespace kelisim::scheduling
