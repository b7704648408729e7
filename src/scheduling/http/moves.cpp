#include "http/routes.h"

namespace kelisim::scheduling {

struct MoveDeadline {
  Instant at;
};
BOOST_DESCRIBE_STRUCT(MoveDeadline, (), (at))

struct MovePreviewView {
  std::string preview;
  Instant expires_at;
  bool allowed;        ///< at once, as a right
  bool needs_consent;  ///< else the other side has to agree
  std::optional<Instant> answer_until;
  Money refund_instead;
  Clause clause;
  std::optional<MoveDeadline> refund_deadline;  ///< of the new time
};
BOOST_DESCRIBE_STRUCT(MovePreviewView, (),
                      (preview, expires_at, allowed, needs_consent, answer_until, refund_instead, clause,
                       refund_deadline))

struct MoveBody {
  Instant starts_at;
  std::optional<json::Text<1, 600>> preview;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (starts_at, preview))

struct MoveAnswerBody {
  bool accepts;
};
BOOST_DESCRIBE_STRUCT(MoveAnswerBody, (), (accepts))

namespace {

http::Reply<MovePreviewView> get_preview(http::Call& call, Parts const& parts) {
  auto const own = own_booking(call);
  if (!own) return http::Refused(own.error());
  auto const starts_at = instant_query(call, "starts_at");
  if (!starts_at) return http::Refused(starts_at.error());
  if (!*starts_at) return http::Refused(http::wrong_query("starts_at", "missing"));
  auto const preview = preview_move(call.tx, parts, *own, **starts_at, call.now);
  if (!preview) return http::Refused(problem(preview.error()));
  auto const& outcome = preview->outcome;
  return MovePreviewView{.preview = preview->token,
                         .expires_at = preview->expires_at,
                         .allowed = outcome.at_once,
                         .needs_consent = outcome.consent_of.has_value(),
                         .answer_until = outcome.answer_until,
                         .refund_instead = outcome.refund_instead,
                         .clause = outcome.because,
                         .refund_deadline = outcome.new_refund_deadline
                                                ? std::optional(MoveDeadline{*outcome.new_refund_deadline})
                                                : std::nullopt};
}

http::Reply<BookingView> post_move(http::Call& call, Parts const& parts, MoveBody const& body) {
  auto const own = own_booking_to_change(call);
  if (!own) return http::Refused(own.error());
  MoveRequest const request{body.starts_at, body.preview ? std::optional(body.preview->value) : std::nullopt};
  auto const moved = move_booking(call.tx, parts, *own, request, call.now);
  if (!moved) return http::Refused(problem(moved.error()));
  return view_again(call, parts, moved->id);
}

http::Reply<BookingView> post_answer(http::Call& call, Parts const& parts, MoveAnswerBody const& body) {
  auto const own = own_booking_to_change(call);
  if (!own) return http::Refused(own.error());
  auto const id = call.path_id<MoveId>("move_id");
  auto const move = id ? store::find_move(call.tx, own->booking.id, *id) : std::nullopt;
  if (!move) return http::Refused(http::not_found());
  auto const answered = answer_move(call.tx, parts, *own, *move, body.accepts, call.now);
  if (!answered) return http::Refused(problem(answered.error()));
  return view_again(call, parts, answered->id);
}

}  // namespace

void add_move_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, MovePreviewView>{
          Method::get,
          "/v1/bookings/{id}/move/preview",
          "preview_move",
          {.query = {{"starts_at", "the wanted start, RFC 3339", true}},
           .summary = "What moving to that time would mean, and a promise of it"}},
      [&parts](http::Call& call) { return get_preview(call, parts); });
  routes.add(
      http::Route<Access::client_or_specialist, MoveBody, BookingView>{
          Method::post,
          "/v1/bookings/{id}/moves",
          "move_booking",
          {.key_required = true, .summary = "Move in time (HAR-3.7d), or ask the other side (HAR-3.7c)"}},
      [&parts](http::Call& call, MoveBody const& body) { return post_move(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_specialist, MoveAnswerBody, BookingView>{
          Method::post,
          "/v1/bookings/{id}/moves/{move_id}/answer",
          "answer_move",
          {.key_required = true, .summary = "Agree to a move that was asked for, or decline"}},
      [&parts](http::Call& call, MoveAnswerBody const& body) { return post_answer(call, parts, body); });
}

}  // namespace kelisim::scheduling
