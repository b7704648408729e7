#include "http/routes.h"

#include "store/bookings.h"

namespace kelisim::scheduling {

struct BookingBody {
  PersonId specialist_id;
  Instant starts_at;
  /// No condition that threatens a life, and has read that the service is not for such cases: asked for once.
  std::optional<bool> confirms_safety;
};
BOOST_DESCRIBE_STRUCT(BookingBody, (), (specialist_id, starts_at, confirms_safety))

struct BookingList {
  std::vector<BookingView> bookings;
  std::optional<BookingId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(BookingList, (), (bookings, next_cursor))

struct PaymentBody {
  bool accepts_no_refund;
  /// The version of the payment partner's terms that the client has read and accepts.
  std::optional<json::Text<1, 40>> accepts_partner_terms;
};
BOOST_DESCRIBE_STRUCT(PaymentBody, (), (accepts_no_refund, accepts_partner_terms))

struct BookingPayment {
  std::string state;
  Money amount;
  Instant expires_at;
  std::optional<std::string> redirect_url;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(BookingPayment, (), (state, amount, expires_at, redirect_url, reason))

namespace {

constexpr int page_max = 50;

BookingPayment payment_view(orders::PaymentView const& payment) {
  return {.state = std::string(orders::to_text(payment.state)),
          .amount = payment.amount,
          .expires_at = payment.expires_at,
          .redirect_url = payment.redirect_url,
          .reason = payment.failure ? std::optional(std::string(orders::to_text(*payment.failure))) : std::nullopt};
}

http::Reply<BookingView> post_booking(http::Call& call, Parts const& parts, BookingBody const& body) {
  SlotRequest const request{call.person(), body.specialist_id, body.starts_at, body.confirms_safety.value_or(false)};
  auto const booking = take_slot(call.tx, parts, request, call.now);
  if (!booking) {
    auto refused = problem(booking.error());
    refused.keep_effects = true;  // the confirmation alone is left of it
    return http::Refused(std::move(refused));
  }
  return view_of(call.tx, parts, {*booking, Party::client}, call.language, call.now);
}

http::Reply<BookingList> get_bookings(http::Call& call, Parts const& parts) {
  store::BookingFilter filter{.limit = page_max};
  auto const side = call.caller.role == Role::client ? Party::client : Party::specialist;
  (side == Party::client ? filter.client : filter.specialist) = call.person();
  if (auto const cursor = call.query("cursor")) {
    filter.before = BookingId::parse(*cursor);
    if (!filter.before) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  auto const found = store::list_bookings(call.tx, filter);
  BookingList list;
  for (auto const& booking : found)
    list.bookings.push_back(view_of(call.tx, parts, {booking, side}, call.language, call.now));
  if (found.size() == page_max) list.next_cursor = found.back().id;
  return list;
}

http::Reply<BookingView> get_booking(http::Call& call, Parts const& parts) {
  auto const own = own_booking(call);
  if (!own) return http::Refused(own.error());
  return view_of(call.tx, parts, *own, call.language, call.now);
}

/// A payment is the client's: for the specialist of the booking there is none.
Result<OwnBooking, http::Problem> of_client(Result<OwnBooking, http::Problem> own) {
  if (own && own->side != Party::client) return http::Refused(http::not_found());
  return own;
}

http::Reply<BookingPayment> post_payment(http::Call& call, Parts const& parts, PaymentBody const& body) {
  auto const own = of_client(own_booking_to_change(call));
  if (!own) return http::Refused(own.error());
  PayConsent consent{.no_refund = body.accepts_no_refund, .partner_terms = std::nullopt};
  if (body.accepts_partner_terms) consent.partner_terms = body.accepts_partner_terms->value;
  auto const payment = pay_booking(call.tx, parts, own->booking, consent, call.language, call.now);
  if (!payment) return http::Refused(problem(payment.error()));
  return payment_view(*payment);
}

http::Reply<BookingPayment> get_payment(http::Call& call) {
  auto const own = of_client(own_booking(call));
  if (!own) return http::Refused(own.error());
  auto const payment = orders::last_payment(call.tx, own->booking.order);
  if (!payment) return http::Refused(http::not_found());
  return payment_view(*payment);
}

}  // namespace

void add_booking_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client, BookingBody, BookingView>{
          Method::post,
          "/v1/bookings",
          "book_slot",
          {.key_required = true, .success = 201, .summary = "Hold a slot and open its order (HAR-3.2b)"}},
      [&parts](http::Call& call, BookingBody const& body) { return post_booking(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, BookingList>{
          Method::get,
          "/v1/bookings",
          "list_bookings",
          {.query = {{"cursor", "next_cursor of the page before"}}, .summary = "Own bookings, newest first"}},
      [&parts](http::Call& call) { return get_bookings(call, parts); });
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, BookingView>{
          Method::get, "/v1/bookings/{id}", "get_booking", {.summary = "An own booking"}},
      [&parts](http::Call& call) { return get_booking(call, parts); });
  routes.add(
      http::Route<Access::client, PaymentBody, BookingPayment>{
          Method::post,
          "/v1/bookings/{id}/payment",
          "pay_booking",
          {.key_required = true, .success = 202, .summary = "Begin the payment of a held booking"}},
      [&parts](http::Call& call, PaymentBody const& body) { return post_payment(call, parts, body); });
  routes.add(
      http::Route<Access::client, http::Nothing, BookingPayment>{
          Method::get,
          "/v1/bookings/{id}/payment",
          "get_payment",
          {.summary = "The newest attempt to pay; poll it for redirect_url"}},
      [](http::Call& call) { return get_payment(call); });
}

}  // namespace kelisim::scheduling
