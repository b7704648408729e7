#pragma once

#include "http/answers.h"
#include "http/problems.h"
#include "scheduling/scheduling.h"

/// The routes of scheduling by what they are about; add_routes() adds them all.
namespace kelisim::scheduling {

void add_catalogue_routes(http::Routes& routes, Parts const& parts);
void add_booking_routes(http::Routes& routes, Parts const& parts);
void add_cancellation_routes(http::Routes& routes, Parts const& parts);
void add_move_routes(http::Routes& routes, Parts const& parts);
void add_practice_routes(http::Routes& routes, Parts const& parts);
void add_staff_routes(http::Routes& routes, Parts const& parts);
void add_outage_routes(http::Routes& routes, Parts const& parts);
void add_outage_preview(http::Routes& routes, Parts const& parts);

/// The booking in the path, if it is the caller's own: to look at, or to change in this transaction.
[[nodiscard]] Result<OwnBooking, http::Problem> own_booking(http::Call& call);
[[nodiscard]] Result<OwnBooking, http::Problem> own_booking_to_change(http::Call& call);
/// The same after a use case changed it.
[[nodiscard]] BookingView view_again(http::Call& call, Parts const& parts, BookingId id);

/// An instant out of the query; nothing when absent.
[[nodiscard]] Result<std::optional<Instant>, http::Problem> instant_query(http::Call const& call,
                                                                          std::string_view name);

}  // namespace kelisim::scheduling
