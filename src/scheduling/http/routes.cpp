#include "http/routes.h"

#include "kernel/ensure.h"
#include "store/bookings.h"

namespace kelisim::scheduling {

Result<OwnBooking, http::Problem> own_booking(http::Call& call) {
  auto const id = call.path_id<BookingId>("id");
  auto own = id ? find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(http::not_found());
  return *own;
}

Result<OwnBooking, http::Problem> own_booking_to_change(http::Call& call) {
  auto const id = call.path_id<BookingId>("id");
  auto own = id ? store::lock_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(http::not_found());
  return *own;
}

BookingView view_again(http::Call& call, Parts const& parts, BookingId id) {
  auto const own = find_own_booking(call.tx, id, call.person());
  ENSURE(own.has_value());
  return view_of(call.tx, parts, *own, call.language, call.now);
}

Result<std::optional<Instant>, http::Problem> instant_query(http::Call const& call, std::string_view name) {
  auto const text = call.query(name);
  if (!text) return std::optional<Instant>();
  auto const at = parse_rfc3339(*text);
  if (!at) return http::Refused(http::wrong_query(name, "bad_format"));
  return at;
}

void add_routes(http::Routes& routes, Parts const& parts) {
  add_catalogue_routes(routes, parts);
  add_booking_routes(routes, parts);
  add_cancellation_routes(routes, parts);
  add_move_routes(routes, parts);
  add_practice_routes(routes, parts);
  add_staff_routes(routes, parts);
  add_outage_routes(routes, parts);
  add_outage_preview(routes, parts);
}

}  // namespace kelisim::scheduling
