#include "http/attached.h"
#include "http/views.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "privacy/staff_access.h"
#include "sessions/record.h"

#include <fmt/format.h>
#include <boost/describe/enum_from_string.hpp>

namespace kelisim::claims {

struct QueueLine {
  CaseId id;
  std::int64_t number;
  Standing standing;
  CaseState state;
  std::optional<Category> category;
  std::optional<scheduling::BookingId> booking_id;
  PersonId client_id;
  Instant received_at;
  Instant answer_by;
  bool overdue;
};
BOOST_DESCRIBE_STRUCT(QueueLine, (),
                      (id, number, standing, state, category, booking_id, client_id, received_at, answer_by, overdue))

struct QueuePage {
  std::vector<QueueLine> claims;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(QueuePage, (), (claims, next_cursor))

struct StaffCase {
  CaseView claim;
  PersonId client_id;
  std::vector<PersonId> ruled_by;
  std::optional<SessionView> session;
  std::vector<LedgerLine> money;
  bool may_go_to_court;  ///< but for the note: both have written to each other
};
BOOST_DESCRIBE_STRUCT(StaffCase, (), (claim, client_id, ruled_by, session, money, may_go_to_court))

struct StaffText {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(StaffText, (), (text))

struct CourtBody {
  std::string note;  ///< why talking led to nothing; the client reads it
};
BOOST_DESCRIBE_STRUCT(CourtBody, (), (note))

struct RulingBody {
  Finding finding;
  std::string reasons;
  std::optional<Money> damage;  ///< proved and recognised
};
BOOST_DESCRIBE_STRUCT(RulingBody, (), (finding, reasons, damage))

namespace {

constexpr int page_max = 50;

std::optional<store::QueuePlace> parse_cursor(std::string_view text) {
  auto const dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto const micros = parse_digits(text.substr(0, dot));
  auto const id = CaseId::parse(text.substr(dot + 1));
  if (!micros || !id) return std::nullopt;
  return store::QueuePlace{{*micros}, *id};
}

http::Reply<QueuePage> get_queue(http::Call& call) {
  auto state = CaseState::open;
  if (auto const text = call.query("state")) {
    if (!boost::describe::enum_from_string(std::string(*text).c_str(), state))
      return http::Refused(http::wrong_query("state", "unknown"));
  }
  std::optional<store::QueuePlace> after;
  if (auto const cursor = call.query("cursor")) {
    after = parse_cursor(*cursor);
    if (!after) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  QueuePage page;
  auto const found = store::queue(call.tx, state, after, page_max);
  for (auto const& one : found) {
    auto const owed = one.state == CaseState::open || one.state == CaseState::appealed;
    page.claims.push_back({one.id, one.number, one.standing, one.state, one.category, one.booking, one.client,
                           one.received_at, one.answer_by, owed && call.now > one.answer_by});
  }
  if (found.size() == page_max) {
    page.next_cursor = fmt::format("{}.{}", found.back().answer_by.micros, found.back().id.view());
  }
  return page;
}

StaffCase staff_view(http::Call& call, Parts const& parts, CaseId id, privacy::Purpose purpose) {
  auto const found = store::find_case(call.tx, id);
  ENSURE(found.has_value());
  privacy::StaffAccess const access(parts.vault, parts.audit);
  auto const open = [&](std::span<db::Bytes const> sealed) {
    return access.open_all(call, found->client, case_text, sealed, purpose);
  };
  StaffCase view{.claim = view_of(call.tx, parts, *found, open, call.now),
                 .client_id = found->client,
                 .ruled_by = {},
                 .session = std::nullopt,
                 .money = {},
                 .may_go_to_court = may_be_marked(call.tx, *found)};
  for (auto const& ruling : store::rulings_of(call.tx, id)) view.ruled_by.push_back(ruling.ruled_by);
  if (found->booking) {
    auto const booking = scheduling::find_booking(call.tx, *found->booking);
    ENSURE(booking.has_value());
    view.session = session_of(call.tx, *booking);
    view.money = money_of(call.tx, *booking, parts.brand.currency);
  }
  return view;
}

Result<Case, http::Problem> case_in_path(http::Call& call) {
  auto const id = call.path_id<CaseId>("id");
  auto const found = id ? store::lock_case(call.tx, *id) : std::nullopt;
  if (!found) return http::Refused(case_not_found());
  return *found;
}

http::Reply<StaffCase> get_case(http::Call& call, Parts const& parts) {
  auto const text = call.query("purpose");
  auto const purpose = text ? privacy::parse_purpose(*text) : std::nullopt;
  if (!purpose) return http::Refused(http::wrong_query("purpose", text ? "unknown" : "missing"));
  auto const found = case_in_path(call);
  if (!found) return http::Refused(found.error());
  return staff_view(call, parts, found->id, *purpose);
}

http::Reply<StaffCase> post_message(http::Call& call, Parts const& parts, StaffText const& body) {
  auto const found = case_in_path(call);
  if (!found) return http::Refused(found.error());
  auto const written = write_as_staff(call.tx, parts, *found, body.text, call.person(), call.now);
  if (!written) return http::Refused(problem(written.error()));
  return staff_view(call, parts, found->id, privacy::Purpose::complaint);
}

http::Reply<StaffCase> post_ruling(http::Call& call, Parts const& parts, RulingBody const& body) {
  auto const found = case_in_path(call);
  if (!found) return http::Refused(found.error());
  auto const damage = body.damage.value_or(Money::zero(parts.brand.currency));
  if (damage.currency() != parts.brand.currency || damage.minor() < 0) {
    return http::Refused(http::wrong_field("damage", "out_of_range"));
  }
  auto const ruled =
      rule_on_case(call.tx, parts, *found, {body.finding, body.reasons, damage}, call.person(), call.now);
  if (!ruled) return http::Refused(problem(ruled.error()));
  return staff_view(call, parts, found->id, privacy::Purpose::complaint);
}

http::Reply<StaffCase> post_court(http::Call& call, Parts const& parts, CourtBody const& body) {
  auto const found = case_in_path(call);
  if (!found) return http::Refused(found.error());
  auto const marked = go_to_court(call.tx, parts, *found, body.note, call.person(), call.now);
  if (!marked) return http::Refused(problem(marked.error()));
  return staff_view(call, parts, found->id, privacy::Purpose::complaint);
}

}  // namespace

void add_staff_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::support, http::Nothing, QueuePage>{
          Method::get,
          "/v1/staff/claims",
          "list_staff_claims",
          {.query = {{"state", "open (the default), answered, ruled, appealed or final"},
                     {"cursor", "next_cursor of the page before"}},
           .summary = "Claims and questions of one state, by the instant of the answer; no sealed data"}},
      [](http::Call& call) { return get_queue(call); });
  routes.add(
      http::Route<Access::support, http::Nothing, StaffCase>{
          Method::get,
          "/v1/staff/claims/{id}",
          "read_staff_claim",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true}},
           .summary = "The whole case with the record of the session (HAR-3.10c); leaves an audit row"}},
      [&parts](http::Call& call) { return get_case(call, parts); });
  routes.add(http::Route<Access::support, StaffText, StaffCase>{Method::post, "/v1/staff/claims/{id}/messages",
                                                                "answer_claim"},
             [&parts](http::Call& call, StaffText const& body) { return post_message(call, parts, body); });
  routes.add(
      http::Route<Access::support, RulingBody, StaffCase>{
          Method::post,
          "/v1/staff/claims/{id}/rulings",
          "rule_on_claim",
          {.key_required = true, .success = 201, .summary = "Decide a claim, or the appeal against a decision"}},
      [&parts](http::Call& call, RulingBody const& body) { return post_ruling(call, parts, body); });
  routes.add(
      http::Route<Access::support, CourtBody, StaffCase>{
          Method::post,
          "/v1/staff/claims/{id}/court",
          "mark_claim_in_court",
          {.success = 201,
           .summary = "A dispute that talking did not settle, with the note that closes it (HAR-6.7a)"}},
      [&parts](http::Call& call, CourtBody const& body) { return post_court(call, parts, body); });
}

}  // namespace kelisim::claims
