#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "orders/orders.h"
#include "platform/db/tx.h"
#include "scheduling/rules/booking.h"

#include <optional>
#include <string>

namespace kelisim::scheduling {

using BookingId = Id<struct BookingTag>;

/// One appointment of one client with one specialist. Its state (rules/booking.h) changes so and no otherwise:
///   held → confirmed (paid in full) | expired (the hold ran out) | released (given up, or paid and refunded)
///   expired → confirmed (paid late and the slot still free) | released (paid late and the slot gone: refunded)
///   confirmed → cancelled | finished (the session's time is over)
///   cancelled → confirmed (only by the client's choice of another time after the specialist cancelled)
struct Booking {
  BookingId id;
  PersonId specialist;
  PersonId client;
  BookingState state;
  Instant starts_at;
  Instant ends_at;            ///< as agreed; what lateness adds is known to sessions alone
  Instant busy_until;         ///< ends_at and the buffer that was in force when it was sold
  orders::OrderId order;      ///< knows price and money; one order may pay for a session and its free repeat
  std::string terms_version;  ///< edition of the offer that the client had accepted
  Instant held_at;
  Instant hold_expires_at;
  std::optional<Instant> confirmed_at;
  std::optional<BookingId> repeat_of;  ///< the under-delivered session that this one repeats free of charge
};

/// Any booking, for code that acts for the business (jobs, sessions, notices).
[[nodiscard]] std::optional<Booking> find_booking(db::Tx& tx, BookingId id);

/// The booking if `person` is one of its two, with their side; for anybody else it does not exist.
struct OwnBooking {
  Booking booking;
  Party side;  ///< client or specialist
};
[[nodiscard]] std::optional<OwnBooking> find_own_booking(db::Tx& tx, BookingId id, PersonId person);

}  // namespace kelisim::scheduling
