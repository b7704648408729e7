#include "http/views.h"
#include "platform/http/problems.h"
#include "terms/clauses.h"

namespace kelisim::reviews {

struct FeedbackBody {
  About about;
  json::Text<0, 2000, true> words;
};
BOOST_DESCRIBE_STRUCT(FeedbackBody, (), (about, words))

struct NameBody {
  json::Text<1, 60> name;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (name))

struct FeedbackView {
  FeedbackId id;
  About about;
  std::optional<std::string> words;  ///< absent after an erasure
  Instant given_at;
  std::optional<std::string> name;  ///< with which the author agreed to its publication
  std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(FeedbackView, (), (id, about, words, given_at, name, published_at))

struct FeedbackList {
  std::vector<FeedbackView> given;
  std::vector<About> may_give;
  Clause clause;
  Clause use_clause;  ///< what it may be used for
};
BOOST_DESCRIBE_STRUCT(FeedbackList, (), (given, may_give, clause, use_clause))

struct TestimonyView {
  std::string name;
  std::string words;
  Instant published_at;
};
BOOST_DESCRIBE_STRUCT(TestimonyView, (), (name, words, published_at))

struct TestimonyList {
  std::vector<TestimonyView> items;
};
BOOST_DESCRIBE_STRUCT(TestimonyList, (), (items))

namespace {

constexpr int testimonies_shown = 50;

http::Problem problem(GivingRefusal refusal) {
  constexpr auto clause = terms::clause("HAR-3.11a");
  switch (refusal) {
    case GivingRefusal::not_held:
      return {.status = 409, .code = "session_not_held", .clause = clause};
    case GivingRefusal::words_missing:
      return {.status = 400, .code = "words_missing", .errors = {{"words", "missing"}}};
    case GivingRefusal::given_before:
      return {.status = 409, .code = "feedback_given", .clause = clause};
  }
  std::unreachable();
}

FeedbackView view_of(http::Call& call, Parts const& parts, Feedback const& one) {
  FeedbackView view{.id = one.id,
                    .about = one.about,
                    .words = parts.vault.open(call.tx, one.client, feedback_words, one.words),
                    .given_at = one.given_at,
                    .name = std::nullopt,
                    .published_at = std::nullopt};
  if (auto const consent = store::standing_consent(call.tx, one.id)) {
    view.name = parts.vault.open(call.tx, one.client, shown_name, consent->name);
    view.published_at = store::published_at(call.tx, consent->id);
  }
  return view;
}

Result<scheduling::Booking, http::Problem> own_booking(http::Call& call) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(http::not_found());
  return own->booking;
}

Result<Feedback, http::Problem> own_feedback(http::Call& call) {
  auto const id = call.path_id<FeedbackId>("id");
  auto const found = id ? store::find_feedback(call.tx, *id) : std::nullopt;
  if (!found || found->client != call.person()) return http::Refused(feedback_not_found());
  return *found;
}

FeedbackList list_of(http::Call& call, Parts const& parts, scheduling::BookingId booking) {
  FeedbackList list{.given = {},
                    .may_give = may_give(call.tx, booking),
                    .clause = terms::clause("HAR-3.11a"),
                    .use_clause = terms::clause("HAR-3.11b")};
  for (auto const& one : store::feedback_of_booking(call.tx, booking))
    list.given.push_back(view_of(call, parts, one));
  return list;
}

http::Reply<FeedbackList> get_feedback(http::Call& call, Parts const& parts) {
  auto const booking = own_booking(call);
  if (!booking) return http::Refused(booking.error());
  return list_of(call, parts, booking->id);
}

http::Reply<FeedbackView> post_feedback(http::Call& call, Parts const& parts, FeedbackBody const& body) {
  auto const booking = own_booking(call);
  if (!booking) return http::Refused(booking.error());
  auto const given = give_feedback(call.tx, parts, *booking, {body.about, body.words.value}, call.now);
  if (!given) return http::Refused(problem(given.error()));
  return view_of(call, parts, *given);
}

http::Reply<FeedbackView> put_name(http::Call& call, Parts const& parts, NameBody const& body) {
  auto const own = own_feedback(call);
  if (!own) return http::Refused(own.error());
  consent_to_name(call.tx, parts, *own, body.name.value, call.now);
  return view_of(call, parts, *own);
}

http::Reply<FeedbackView> delete_name(http::Call& call, Parts const& parts) {
  auto const own = own_feedback(call);
  if (!own) return http::Refused(own.error());
  withdraw_name(call.tx, *own, call.now);
  return view_of(call, parts, *own);
}

TestimonyList get_testimonies(http::Call& call, Parts const& parts) {
  TestimonyList list;
  for (auto const& one : store::published(call.tx, testimonies_shown)) {
    auto name = parts.vault.open(call.tx, one.consent.client, shown_name, one.consent.name);
    auto words = parts.vault.open(call.tx, one.feedback.client, feedback_words, one.feedback.words);
    if (name && words) list.items.push_back({std::move(*name), std::move(*words), *one.published_at});
  }
  return list;
}

}  // namespace

void add_client_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, FeedbackList>{Method::get, "/v1/bookings/{id}/feedback",
                                                                         "read_feedback"},
      [&parts](http::Call& call) { return get_feedback(call, parts); });
  routes.add(
      http::Route<Access::client_or_barred, FeedbackBody, FeedbackView>{
          Method::post,
          "/v1/bookings/{id}/feedback",
          "give_feedback",
          {.success = 201, .summary = "What the client says after a held session (HAR-3.11a)"}},
      [&parts](http::Call& call, FeedbackBody const& body) { return post_feedback(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_barred, NameBody, FeedbackView>{
          Method::put,
          "/v1/feedback/{id}/name-consent",
          "consent_to_name",
          {.summary = "Agree that this feedback is published with this name (HAR-3.11b)"}},
      [&parts](http::Call& call, NameBody const& body) { return put_name(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, FeedbackView>{
          Method::del,
          "/v1/feedback/{id}/name-consent",
          "withdraw_name_consent",
          {.summary = "Withdraw it: what was published with it is public no more"}},
      [&parts](http::Call& call) { return delete_name(call, parts); });
  routes.add(
      http::Route<Access::anyone, http::Nothing, TestimonyList>{
          Method::get,
          "/v1/testimonies",
          "list_testimonies",
          {.cacheable = true, .summary = "Feedback whose authors agreed to be named"}},
      [&parts](http::Call& call) -> http::Reply<TestimonyList> { return get_testimonies(call, parts); });
}

}  // namespace kelisim::reviews
