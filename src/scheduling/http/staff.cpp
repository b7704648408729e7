#include "catalogue/specialist.h"
#include "http/routes.h"
#include "kernel/ensure.h"
#include "store/bookings.h"
#include "store/cancellations.h"
#include "terms/clauses.h"

#include <boost/describe/enum_from_string.hpp>

namespace kelisim::scheduling {

/// A booking as staff see it: ids and money, nothing sealed. Who the client is stands behind /v1/staff/people/{id}.
struct StaffBooking {
  BookingId id;
  BookingState state;
  SpecialistName specialist;
  PersonId client_id;
  Instant starts_at;
  Instant ends_at;
  Instant held_at;
  std::optional<Instant> confirmed_at;
  orders::OrderId order_id;
  std::string order_state;
  Money captured;
  Money refund_due;
  Money refunded;
  std::optional<CancellationView> cancellation;
  std::optional<BookingId> repeat_of;
  std::string terms_version;
};
BOOST_DESCRIBE_STRUCT(StaffBooking, (),
                      (id, state, specialist, client_id, starts_at, ends_at, held_at, confirmed_at, order_id,
                       order_state, captured, refund_due, refunded, cancellation, repeat_of, terms_version))

struct StaffBookings {
  std::vector<StaffBooking> bookings;
  std::optional<BookingId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(StaffBookings, (), (bookings, next_cursor))

struct NoticeBody {
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(NoticeBody, (), (received_at))

namespace {

constexpr int page_max = 50;

std::optional<CancellationView> cancellation_of(db::Tx& tx, Booking const& booking) {
  auto const standing = store::standing_cancellation(tx, booking.id);
  if (!standing) return std::nullopt;
  return CancellationView{standing->received_at, standing->side, standing->refund,
                          terms::cited(standing->clause, booking.terms_version), standing->effective_at};
}

StaffBooking staff_view(http::Call& call, Booking const& booking) {
  auto const order = orders::find_order(call.tx, booking.order);
  ENSURE(order.has_value());
  return {.id = booking.id,
          .state = booking.state,
          .specialist = {booking.specialist,
                         catalogue::specialist_name(call.tx, booking.specialist, call.language).value_or("")},
          .client_id = booking.client,
          .starts_at = booking.starts_at,
          .ends_at = booking.ends_at,
          .held_at = booking.held_at,
          .confirmed_at = booking.confirmed_at,
          .order_id = booking.order,
          .order_state = std::string(orders::to_text(order->state)),
          .captured = order->captured,
          .refund_due = order->refund_due,
          .refunded = order->refunded,
          .cancellation = cancellation_of(call.tx, booking),
          .repeat_of = booking.repeat_of,
          .terms_version = booking.terms_version};
}

http::Reply<StaffBookings> get_bookings(http::Call& call) {
  store::BookingFilter filter{.limit = page_max};
  if (auto const cursor = call.query("cursor")) {
    filter.before = BookingId::parse(*cursor);
    if (!filter.before) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  if (auto const text = call.query("state")) {
    BookingState state{};
    if (!boost::describe::enum_from_string(std::string(*text).c_str(), state))
      return http::Refused(http::wrong_query("state", "unknown"));
    filter.state = state;
  }
  if (auto const client = call.query("client")) {
    filter.client = PersonId::parse(*client);
    if (!filter.client) return http::Refused(http::wrong_query("client", "bad_format"));
  }
  auto const found = store::list_bookings(call.tx, filter);
  StaffBookings list;
  for (auto const& booking : found) list.bookings.push_back(staff_view(call, booking));
  if (found.size() == page_max) list.next_cursor = found.back().id;
  return list;
}

http::Reply<StaffBooking> post_notice(http::Call& call, Parts const& parts, NoticeBody const& body) {
  auto const id = call.path_id<BookingId>("id");
  auto const booking = id ? store::lock_booking(call.tx, *id) : std::nullopt;
  if (!booking) return http::Refused(http::not_found());
  auto const entered = enter_notice(call.tx, parts, *booking, {body.received_at, call.person()}, call.now);
  if (!entered) return http::Refused(problem(entered.error()));
  return staff_view(call, *entered);
}

}  // namespace

void add_staff_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      http::Route<Access::support, NoticeBody, StaffBooking>{
          http::Method::post,
          "/v1/staff/bookings/{id}/notice",
          "enter_cancellation_notice",
          {.key_required = true,
           .summary =
               "A client's notice that came by phone or e-mail; the time of its receipt decides (HAR-4.2.1b)"}},
      [&parts](http::Call& call, NoticeBody const& body) { return post_notice(call, parts, body); });
  routes.add(
      http::Route<Access::staff, http::Nothing, StaffBookings>{
          http::Method::get,
          "/v1/staff/bookings",
          "list_staff_bookings",
          {.query = {{"state", "held, confirmed, cancelled, finished, expired or released"},
                     {"client", "id of a person"},
                     {"cursor", "next_cursor of the page before"}},
           .summary = "All bookings, newest first; no sealed data"}},
      [](http::Call& call) { return get_bookings(call); });
}

}  // namespace kelisim::scheduling
