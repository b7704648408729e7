#include "http/routes.h"

namespace kelisim::scheduling {

struct CancelPreviewView {
  std::string preview;
  Instant expires_at;
  Money refund;
  bool in_time;
  Instant received_at;
  std::optional<Instant> effective_at;
  std::optional<Instant> choice_until;
  Clause clause;
  std::vector<Clause> rests_on;
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(CancelPreviewView, (),
                      (preview, expires_at, refund, in_time, received_at, effective_at, choice_until, clause,
                       rests_on, steps))

struct CancellationBody {
  std::optional<json::Text<1, 600>> preview;
  std::optional<bool> accepts_no_refund;
};
BOOST_DESCRIBE_STRUCT(CancellationBody, (), (preview, accepts_no_refund))

struct RemedyBody {
  RemedyChoice choice;
  std::optional<Instant> starts_at;
};
BOOST_DESCRIBE_STRUCT(RemedyBody, (), (choice, starts_at))

namespace {

/// How the sum came about: the deadline's steps for a client, and when the notice arrived and counts.
std::vector<Step> preview_steps(OwnBooking const& own, terms::Terms const& terms, Cancelled const& outcome) {
  std::vector<Step> steps;
  if (own.side == Party::client && terms.cancellation)
    steps = steps_of(terms::refund_deadline(own.booking.starts_at, *terms.cancellation));
  steps.push_back({"notice.received", {{"at", to_rfc3339(outcome.received_at)}}});
  if (outcome.effective_at) steps.push_back({"notice.effective", {{"at", to_rfc3339(*outcome.effective_at)}}});
  return steps;
}

http::Reply<CancelPreviewView> get_preview(http::Call& call, Parts const& parts) {
  auto const own = own_booking(call);
  if (!own) return http::Refused(own.error());
  auto const preview = preview_cancel(call.tx, parts, *own, call.now);
  if (!preview) return http::Refused(problem(preview.error()));
  auto const& outcome = preview->outcome;
  return CancelPreviewView{.preview = preview->token,
                           .expires_at = preview->expires_at,
                           .refund = outcome.refund,
                           .in_time = outcome.in_time,
                           .received_at = outcome.received_at,
                           .effective_at = outcome.effective_at,
                           .choice_until = outcome.choice_until,
                           .clause = outcome.because,
                           .rests_on = outcome.rests_on,
                           .steps = preview_steps(*own, parts.brand.terms.at(own->booking.terms_version), outcome)};
}

http::Reply<BookingView> post_cancellation(http::Call& call, Parts const& parts, CancellationBody const& body) {
  auto const own = own_booking_to_change(call);
  if (!own) return http::Refused(own.error());
  CancelRequest const request{.preview = body.preview ? std::optional(body.preview->value) : std::nullopt,
                              .accepts_no_refund = body.accepts_no_refund.value_or(false)};
  auto const cancelled = cancel_booking(call.tx, parts, *own, request, call.now);
  if (!cancelled) return http::Refused(problem(cancelled.error()));
  return view_again(call, parts, cancelled->id);
}

http::Reply<BookingView> post_remedy(http::Call& call, Parts const& parts, RemedyBody const& body) {
  auto const own = own_booking_to_change(call);
  if (!own || own->side != Party::client) return http::Refused(http::not_found());
  auto const chosen = choose_remedy(call.tx, parts, own->booking, {body.choice, body.starts_at}, call.now);
  if (!chosen) return http::Refused(problem(chosen.error()));
  return view_again(call, parts, chosen->id);
}

}  // namespace

void add_cancellation_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, CancelPreviewView>{
          Method::get,
          "/v1/bookings/{id}/cancellation/preview",
          "preview_cancellation",
          {.summary = "What a cancellation now would return, and a promise of it (HAR-3.7e)"}},
      [&parts](http::Call& call) { return get_preview(call, parts); });
  routes.add(
      http::Route<Access::client_or_specialist, CancellationBody, BookingView>{
          Method::post,
          "/v1/bookings/{id}/cancellation",
          "cancel_booking",
          {.key_required = true, .summary = "Cancel; without a preview the instant of receipt decides"}},
      [&parts](http::Call& call, CancellationBody const& body) { return post_cancellation(call, parts, body); });
  routes.add(
      http::Route<Access::client, RemedyBody, BookingView>{
          Method::post,
          "/v1/bookings/{id}/remedy",
          "choose_remedy",
          {.key_required = true, .summary = "Take the refund, another time, or a free repeat"}},
      [&parts](http::Call& call, RemedyBody const& body) { return post_remedy(call, parts, body); });
}

}  // namespace kelisim::scheduling
