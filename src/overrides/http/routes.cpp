#include "platform/http/routes.h"

#include "overrides/overrides.h"
#include "platform/http/problems.h"
#include "platform/json/described.h"
#include "privacy/staff_access.h"
#include "terms/clauses.h"
#include "use_cases/override.h"

namespace kelisim::overrides {

enum class OverrideState : std::uint8_t { granted = 1, waits = 2, declined = 3 };
BOOST_DESCRIBE_ENUM(OverrideState, granted, waits, declined)

struct OverrideView {
  OverrideId id;
  OverrideState state;
  scheduling::BookingId booking_id;
  PersonId client_id;
  Money price;
  Clause clause;  ///< set aside
  PersonId asked_by;
  Instant asked_at;
  std::optional<PersonId> found_by;
  std::optional<Instant> found_at;
  std::optional<std::string> reasons;         ///< absent in lists and after an erasure
  std::optional<std::string> second_reasons;  ///< of who agreed or not
};
BOOST_DESCRIBE_STRUCT(OverrideView, (),
                      (id, state, booking_id, client_id, price, clause, asked_by, asked_at, found_by, found_at,
                       reasons, second_reasons))

struct OverridePage {
  std::vector<OverrideView> overrides;
  std::optional<OverrideId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(OverridePage, (), (overrides, next_cursor))

struct OverrideBody {
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(OverrideBody, (), (reasons))

struct SecondWordBody {
  bool agrees;
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(SecondWordBody, (), (agrees, reasons))

namespace {

constexpr int page_max = 100;

OverrideState state_of(Override const& one, std::optional<Finding> const& finding) {
  if (!one.needs_second) return OverrideState::granted;
  if (!finding) return OverrideState::waits;
  return finding->granted ? OverrideState::granted : OverrideState::declined;
}

OverrideView view_of(db::Tx& tx, Override const& one) {
  auto const finding = store::finding_of(tx, one.id);
  return {.id = one.id,
          .state = state_of(one, finding),
          .booking_id = one.booking,
          .client_id = one.client,
          .price = one.price,
          .clause = terms::cited(one.set_aside, one.terms_version),
          .asked_by = one.asked_by,
          .asked_at = one.asked_at,
          .found_by = finding ? std::optional(finding->found_by) : std::nullopt,
          .found_at = finding ? std::optional(finding->found_at) : std::nullopt,
          .reasons = std::nullopt,
          .second_reasons = std::nullopt};
}

http::Reply<OverrideView> request(http::Call& call, Parts const& parts, OverrideBody const& body) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const booking = id ? scheduling::find_booking(call.tx, *id) : std::nullopt;
  if (!booking) return http::Refused(http::not_found());
  auto const asked = request_override(call.tx, parts, *booking, body.reasons.value, call.person(), call.now);
  if (!asked) return http::Refused(http::named(asked.error()));
  return view_of(call.tx, *asked);
}

http::Reply<OverridePage> list(http::Call& call) {
  std::optional<OverrideId> before;
  if (auto const cursor = call.query("cursor")) {
    before = OverrideId::parse(*cursor);
    if (!before) {
      return http::Refused(http::wrong_query("cursor", "bad_format"));
    }
  }
  auto const found = store::list_overrides(call.tx, before, page_max);
  OverridePage page;
  for (auto const& one : found) page.overrides.push_back(view_of(call.tx, one));
  if (found.size() == page_max) page.next_cursor = found.back().id;
  return page;
}

http::Reply<OverrideView> read(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const id = call.path_id<OverrideId>("id");
  auto const one = id ? store::find_override(call.tx, *id) : std::nullopt;
  if (!one) return http::Refused(http::not_found());
  std::vector<db::Bytes> sealed{one->reasons};
  auto const finding = store::finding_of(call.tx, one->id);
  if (finding) sealed.push_back(finding->reasons);
  auto const texts =
      privacy::StaffAccess(parts.vault, parts.audit).open_all(call, one->client, override_text, sealed, *purpose);
  auto view = view_of(call.tx, *one);
  view.reasons = texts.at(0);
  if (finding) view.second_reasons = texts.at(1);
  return view;
}

http::Reply<OverrideView> find(http::Call& call, Parts const& parts, SecondWordBody const& body) {
  auto const id = call.path_id<OverrideId>("id");
  auto const one = id ? store::lock_override(call.tx, *id) : std::nullopt;
  if (!one) return http::Refused(http::not_found());
  auto const found =
      find_on_override(call.tx, parts, *one, {body.agrees, body.reasons.value}, call.person(), call.now);
  if (!found) return http::Refused(http::named(found.error()));
  return view_of(call.tx, *one);
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::staff, OverrideBody, OverrideView>{
          Method::post,
          "/v1/staff/bookings/{id}/overrides",
          "request_override",
          {.key_required = true,
           .success = 201,
           .summary =
               "Give the price back though a clause keeps it; above the brand's sum a second person must agree"}},
      [&parts](http::Call& call, OverrideBody const& body) { return request(call, parts, body); });
  routes.add(
      http::Route<Access::staff, http::Nothing, OverridePage>{
          Method::get,
          "/v1/staff/overrides",
          "list_overrides",
          {.query = {{"cursor", "next_cursor of the page before"}}, .summary = "Newest first; no sealed data"}},
      [](http::Call& call) { return list(call); });
  routes.add(
      http::Route<Access::staff, http::Nothing, OverrideView>{
          Method::get,
          "/v1/staff/overrides/{id}",
          "read_override",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true}},
           .summary = "With the reasons of both; opening them leaves an audit row"}},
      [&parts](http::Call& call) { return read(call, parts); });
  routes.add(
      http::Route<Access::finance, SecondWordBody, OverrideView>{
          Method::post,
          "/v1/staff/overrides/{id}/finding",
          "find_on_override",
          {.key_required = true, .success = 201, .summary = "The word of another person than the one who asked"}},
      [&parts](http::Call& call, SecondWordBody const& body) { return find(call, parts, body); });
}

}  // namespace kelisim::overrides
