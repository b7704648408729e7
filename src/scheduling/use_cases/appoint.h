#pragma once

#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

/// What follows when a session gets its time: sessions hear of it and the reminders are set. `booking` is confirmed.
void appoint(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now);

/// Tells both that they have an appointment.
void tell_booked(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now);

/// HAR-3.8d: the latest instant of a cancellation with refund; nothing where the terms know no cancellation.
[[nodiscard]] std::optional<Instant> refund_deadline_of(Booking const& booking, terms::Terms const& terms);

/// The price that the client has paid for the booking's order, unless it is given back.
[[nodiscard]] Money paid_for(db::Tx& tx, Booking const& booking, Currency currency);

}  // namespace kelisim::scheduling
