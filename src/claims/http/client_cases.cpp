#include "http/views.h"
#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "sessions/record.h"

#include <algorithm>

namespace kelisim::claims {

struct ClaimBody {
  Category category;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ClaimBody, (), (category, text))

struct TextBody {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextBody, (), (text))

struct CaseLine {
  CaseId id;
  std::int64_t number;
  Standing standing;
  CaseState state;
  std::optional<Category> category;
  std::optional<scheduling::BookingId> booking_id;
  Instant received_at;
  Instant answer_by;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (), (id, number, standing, state, category, booking_id, received_at, answer_by))

struct CaseList {
  std::vector<CaseLine> claims;
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (claims))

/// How the services of a session stand, for its two.
struct AcceptanceView {
  AcceptanceState state;
  std::optional<Instant> claims_until;
  std::optional<Instant> accepted_at;
  Clause clause;
  bool may_claim;               ///< a claim sent now would be in time
  std::optional<CaseId> claim;  ///< the client's newest about this session
};
BOOST_DESCRIBE_STRUCT(AcceptanceView, (), (state, claims_until, accepted_at, clause, may_claim, claim))

namespace {

constexpr int cases_listed_max = 100;

CaseView own_view(http::Call& call, Parts const& parts, CaseId id) {
  auto const found = store::find_case(call.tx, id);
  ENSURE(found.has_value());
  auto const open = [&](std::span<db::Bytes const> sealed) {
    std::vector<std::optional<std::string>> texts;
    for (auto const& one : sealed) texts.push_back(parts.vault.open(call.tx, found->client, case_text, one));
    return texts;
  };
  return view_of(call.tx, parts, *found, open, call.now);
}

/// The case in the path where it is the caller's own, kept from changing in a call that writes.
Result<Case, http::Problem> own_case(http::Call& call, bool to_change) {
  auto const id = call.path_id<CaseId>("id");
  auto const find = to_change ? store::lock_case : store::find_case;
  auto const found = id ? find(call.tx, *id) : std::nullopt;
  if (!found || found->client != call.person()) return http::Refused(case_not_found());
  return *found;
}

Result<scheduling::OwnBooking, http::Problem> own_booking(http::Call& call) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(http::not_found());
  return *own;
}

http::Reply<CaseView> post_claim(http::Call& call, Parts const& parts, ClaimBody const& body) {
  auto const own = own_booking(call);
  if (!own) return http::Refused(own.error());
  auto const filed = file_claim(call.tx, parts, own->booking, {body.category, body.text}, call.now);
  if (!filed) return http::Refused(problem(filed.error()));
  return own_view(call, parts, filed->id);
}

http::Reply<CaseView> post_question(http::Call& call, Parts const& parts, TextBody const& body) {
  auto const asked = ask_question(call.tx, parts, call.person(), body.text, call.now);
  if (!asked) return http::Refused(problem(asked.error()));
  return own_view(call, parts, asked->id);
}

CaseList list_cases(http::Call& call) {
  CaseList list;
  for (auto const& one : store::cases_of_client(call.tx, call.person(), cases_listed_max)) {
    list.claims.push_back(
        {one.id, one.number, one.standing, one.state, one.category, one.booking, one.received_at, one.answer_by});
  }
  return list;
}

http::Reply<CaseView> get_case(http::Call& call, Parts const& parts) {
  auto const own = own_case(call, false);
  if (!own) return http::Refused(own.error());
  return own_view(call, parts, own->id);
}

http::Reply<CaseView> post_message(http::Call& call, Parts const& parts, TextBody const& body) {
  auto const own = own_case(call, true);
  if (!own) return http::Refused(own.error());
  auto const written = write_as_client(call.tx, parts, *own, body.text, call.now);
  if (!written) return http::Refused(problem(written.error()));
  return own_view(call, parts, own->id);
}

http::Reply<CaseView> post_appeal(http::Call& call, Parts const& parts, TextBody const& body) {
  auto const own = own_case(call, true);
  if (!own) return http::Refused(own.error());
  auto const appealed = appeal(call.tx, parts, *own, body.text, call.now);
  if (!appealed) return http::Refused(problem(appealed.error()));
  return own_view(call, parts, own->id);
}

ClaimEnd end_of_claims(http::Call& call, std::vector<Case> const& cases) {
  auto end = ClaimEnd::none;
  for (auto const& one : cases) {
    auto const rulings = store::rulings_of(call.tx, one.id);
    auto const founded = std::ranges::any_of(
        rulings, [](store::RulingRow const& ruling) { return ruling.finding != Finding::unfounded; });
    if (founded) return ClaimEnd::founded;
    if (one.standing == Standing::disputed && rulings.empty()) end = ClaimEnd::open;
  }
  return end;
}

/// Missed by the client counts as held; what the specialist missed, or cut short, is not accepted by time.
bool counts_as_held(std::string_view attendance) { return attendance == "held" || attendance == "no_show_client"; }

http::Reply<AcceptanceView> get_acceptance(http::Call& call, Parts const& parts) {
  auto const own = own_booking(call);
  if (!own) return http::Refused(own.error());
  auto const& booking = own->booking;
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const record = sessions::session_on_record(call.tx, booking.id);
  auto const cases = store::cases_of_booking(call.tx, booking.id);
  if (!terms.acceptance) return http::Refused(http::not_found());
  AcceptanceView view{.state = AcceptanceState::awaiting,
                      .claims_until = std::nullopt,
                      .accepted_at = std::nullopt,
                      .clause = terms.acceptance->claim_time.clause,
                      .may_claim = false,
                      .claim = std::nullopt};
  auto const end = end_of_claims(call, cases);
  if (record.ended_at) {
    auto const decided = decide_acceptance(
        {.ended_at = *record.ended_at, .claim = end, .claim_decided_at = std::nullopt, .now = call.now}, terms);
    view = {decided.state, decided.claims_until, decided.accepted_at, decided.because, false, std::nullopt};
  }
  if (record.attendance && !counts_as_held(*record.attendance)) view.state = AcceptanceState::not_accepted;
  auto const accepted = store::acceptance_of(call.tx, booking.id);
  if (accepted && end != ClaimEnd::founded) {
    view.state = AcceptanceState::accepted;
    view.accepted_at = accepted->accepted_at;
  }
  if (own->side != scheduling::Party::client) return view;
  if (!cases.empty()) view.claim = cases.front().id;
  auto const filing = decide_filing({.category = Category::other,
                                     .has_reasons = true,
                                     .state = booking.state,
                                     .starts_at = booking.starts_at,
                                     .ended_at = record.ended_at,
                                     .claim_open = end == ClaimEnd::open,
                                     .received_at = call.now,
                                     .ruled = has_ruled_claim(call.tx, booking.id)},
                                    terms);
  view.may_claim = parts.brand.claims && filing && filing->standing == Standing::disputed;
  return view;
}

}  // namespace

void add_client_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, AcceptanceView>{
          Method::get,
          "/v1/bookings/{id}/acceptance",
          "read_acceptance",
          {.summary = "Whether the services of a session count as accepted, and until when a claim may come"}},
      [&parts](http::Call& call) { return get_acceptance(call, parts); });
  routes.add(
      http::Route<Access::client_or_barred, ClaimBody, CaseView>{
          Method::post,
          "/v1/bookings/{id}/claims",
          "file_claim",
          {.success = 201, .summary = "A claim against a session, written and with reasons (HAR-3.10b)"}},
      [&parts](http::Call& call, ClaimBody const& body) { return post_claim(call, parts, body); });
  routes.add(http::Route<Access::client_or_barred, http::Nothing, CaseList>{Method::get, "/v1/claims", "list_claims"},
             [](http::Call& call) -> http::Reply<CaseList> { return list_cases(call); });
  routes.add(
      http::Route<Access::client_or_barred, TextBody, CaseView>{
          Method::post,
          "/v1/questions",
          "ask_question",
          {.success = 201, .summary = "A question about the service (HAR-4.1.6a)"}},
      [&parts](http::Call& call, TextBody const& body) { return post_question(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, CaseView>{Method::get, "/v1/claims/{id}", "read_claim"},
      [&parts](http::Call& call) { return get_case(call, parts); });
  routes.add(http::Route<Access::client_or_barred, TextBody, CaseView>{Method::post, "/v1/claims/{id}/messages",
                                                                       "write_in_claim"},
             [&parts](http::Call& call, TextBody const& body) { return post_message(call, parts, body); });
  routes.add(
      http::Route<Access::client_or_barred, TextBody, CaseView>{Method::post,
                                                                "/v1/claims/{id}/appeal",
                                                                "appeal_ruling",
                                                                {.summary = "Ask that another person decides again"}},
      [&parts](http::Call& call, TextBody const& body) { return post_appeal(call, parts, body); });
}

}  // namespace kelisim::claims
