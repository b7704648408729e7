#pragma once

#include "sessions/sessions.h"

namespace kelisim::sessions {

/// The session's time is over: decides the attendance from the presence record, records it and draws its consequences
/// (refund, accrual after the time for claims, or the client's choice). A booking that is not confirmed, or stands at
/// another start by now, is left alone. Returns when to ask again, where the specialist's lateness has moved the end.
[[nodiscard]] std::optional<Instant> close_session(db::Tx& tx, Parts const& parts, scheduling::BookingId id,
                                                   Instant starts_at, Instant now);

/// The time for claims is over: what was prepaid is earned. Returns when to ask again, where it is not yet over.
[[nodiscard]] std::optional<Instant> earn_session(db::Tx& tx, Parts const& parts, scheduling::BookingId id,
                                                  Instant now);

/// Names of the jobs of one booking.
[[nodiscard]] std::string close_job(scheduling::BookingId booking, Instant starts_at);

}  // namespace kelisim::sessions
