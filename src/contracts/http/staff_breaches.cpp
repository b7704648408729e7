#include "http/views.h"
#include "platform/http/problems.h"
#include "privacy/staff_access.h"
#include "use_cases/binding.h"

namespace kelisim::contracts {

struct BreachLine {
  PersonId client_id;
  BreachView breach;
};
BOOST_DESCRIBE_STRUCT(BreachLine, (), (client_id, breach))

struct BreachPage {
  std::vector<BreachLine> breaches;
  std::optional<BreachId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(BreachPage, (), (breaches, next_cursor))

struct EvidenceView {
  std::int64_t number;
  EvidenceKind kind;
  std::optional<std::string> description;
  PersonId added_by;
  Instant added_at;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (number, kind, description, added_by, added_at))

struct BreachFile {
  PersonId client_id;
  BreachView breach;
  std::optional<std::string> account;
  std::vector<EvidenceView> evidence;
  PersonId recorded_by;
  std::optional<PersonId> ruled_by;
};
BOOST_DESCRIBE_STRUCT(BreachFile, (), (client_id, breach, account, evidence, recorded_by, ruled_by))

struct EvidenceBody {
  EvidenceKind kind;
  json::Text<1, 4000, true> description;
};
BOOST_DESCRIBE_STRUCT(EvidenceBody, (), (kind, description))

struct BreachBody {
  json::Text<1, 16> code;
  json::Text<1, 4000, true> account;
  std::optional<EvidenceBody> evidence;
};
BOOST_DESCRIBE_STRUCT(BreachBody, (), (code, account, evidence))

struct FindingBody {
  bool confirms;
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(FindingBody, (), (confirms, reasons))

struct DemandBody {
  std::optional<Money> damage;  ///< actual and proved
};
BOOST_DESCRIBE_STRUCT(DemandBody, (), (damage))

struct DemandEndBody {
  DemandEnd what;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(DemandEndBody, (), (what, at))

namespace {

constexpr int page_max = 100;
constexpr std::int64_t damage_minor_max = 100'000'000'000'00;  // what is typed above it is a slip

http::Reply<BreachPage> list(http::Call& call, Parts const& parts) {
  std::optional<BreachId> before;
  if (auto const cursor = call.query("cursor")) {
    before = BreachId::parse(*cursor);
    if (!before) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  BreachPage page;
  auto const found = store::list_breaches(call.tx, before, page_max);
  for (auto const& breach : found) {
    page.breaches.push_back({breach.client, view_of(call.tx, parts, breach, std::nullopt)});
  }
  if (found.size() == page_max) page.next_cursor = found.back().id;
  return page;
}

BreachFile file_of(http::Call& call, Parts const& parts, Breach const& breach, privacy::Purpose purpose) {
  privacy::StaffAccess const access(parts.vault, parts.audit);
  auto const open = [&](db::Bytes const& sealed) {
    return access.open(call, breach.client, contract_text, sealed, purpose);
  };
  auto const ruling = store::ruling_of(call.tx, breach.id);
  BreachFile file{.client_id = breach.client,
                  .breach = view_of(call.tx, parts, breach, ruling ? open(ruling->reasons) : std::nullopt),
                  .account = open(breach.account),
                  .evidence = {},
                  .recorded_by = breach.recorded_by,
                  .ruled_by = ruling ? std::optional(ruling->ruled_by) : std::nullopt};
  for (auto const& one : store::evidence_of(call.tx, breach.id)) {
    file.evidence.push_back({one.number, one.kind, open(one.description), one.added_by, one.added_at});
  }
  return file;
}

Result<Breach, http::Problem> breach_in_path(http::Call& call) {
  auto const id = call.path_id<BreachId>("id");
  auto const found = id ? store::lock_breach(call.tx, *id) : std::nullopt;
  if (!found) return http::Refused(http::not_found());
  return *found;
}

http::Reply<BreachFile> read(http::Call& call, Parts const& parts) {
  auto const text = call.query("purpose");
  auto const purpose = text ? privacy::parse_purpose(*text) : std::nullopt;
  if (!purpose) return http::Refused(http::wrong_query("purpose", text ? "unknown" : "missing"));
  auto const breach = breach_in_path(call);
  if (!breach) return http::Refused(breach.error());
  return file_of(call, parts, *breach, *purpose);
}

http::Reply<BreachFile> record(http::Call& call, Parts const& parts, BreachBody const& body) {
  auto const client = call.path_id<PersonId>("id");
  if (!client) return http::Refused(http::not_found());
  BreachReport report{.client = *client, .code = body.code.value, .account = body.account.value};
  if (body.evidence) report.evidence = EvidenceText{body.evidence->kind, body.evidence->description.value};
  auto const recorded = record_breach(call.tx, parts, report, call.person(), call.now);
  if (!recorded) return http::Refused(problem(recorded.error()));
  return file_of(call, parts, *recorded, privacy::Purpose::security);
}

http::Reply<BreachFile> add(http::Call& call, Parts const& parts, EvidenceBody const& body) {
  auto const breach = breach_in_path(call);
  if (!breach) return http::Refused(breach.error());
  auto const added =
      add_evidence(call.tx, parts, *breach, {body.kind, body.description.value}, call.person(), call.now);
  if (!added) return http::Refused(problem(added.error()));
  return file_of(call, parts, *breach, privacy::Purpose::security);
}

http::Reply<BreachFile> rule(http::Call& call, Parts const& parts, FindingBody const& body) {
  auto const breach = breach_in_path(call);
  if (!breach) return http::Refused(breach.error());
  auto ruled = rule_on_breach(call.tx, parts, *breach, {body.confirms, body.reasons.value}, call.person(), call.now);
  if (!ruled) return http::Refused(problem(ruled.error()));
  tell_ended(call, parts, std::move(ruled->ended_sessions));
  return file_of(call, parts, *breach, privacy::Purpose::security);
}

http::Reply<BreachFile> demand(http::Call& call, Parts const& parts, DemandBody const& body) {
  auto const breach = breach_in_path(call);
  if (!breach) return http::Refused(breach.error());
  auto const damage = body.damage.value_or(Money::zero(parts.brand.currency));
  if (damage.currency() != parts.brand.currency || damage.minor() < 0 || damage.minor() > damage_minor_max) {
    return http::Refused(http::wrong_field("damage", "out_of_range"));
  }
  auto const demanded = demand_penalty(call.tx, parts, *breach, damage, call.person(), call.now);
  if (!demanded) return http::Refused(problem(demanded.error()));
  return file_of(call, parts, *breach, privacy::Purpose::security);
}

http::Reply<BreachFile> end(http::Call& call, Parts const& parts, DemandEndBody const& body) {
  if (body.at > call.now) return http::Refused(http::wrong_field("at", "out_of_range"));
  auto const breach = breach_in_path(call);
  if (!breach) return http::Refused(breach.error());
  auto const ended = end_demand(call.tx, parts, *breach, body.what, body.at, call.person(), call.now);
  if (!ended) return http::Refused(problem(ended.error()));
  return file_of(call, parts, *breach, privacy::Purpose::payment);
}

}  // namespace

void add_breach_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::staff, http::Nothing, BreachPage>{
          Method::get,
          "/v1/staff/breaches",
          "list_breaches",
          {.query = {{"cursor", "next_cursor of the page before"}}, .summary = "Newest first; no sealed data"}},
      [&parts](http::Call& call) { return list(call, parts); });
  routes.add(
      http::Route<Access::staff, http::Nothing, BreachFile>{
          Method::get,
          "/v1/staff/breaches/{id}",
          "read_breach",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true}},
           .summary = "Account, evidence, ruling and demand; each opened text leaves an audit row"}},
      [&parts](http::Call& call) { return read(call, parts); });
  routes.add(
      http::Route<Access::support, BreachBody, BreachFile>{
          Method::post, "/v1/staff/people/{id}/breaches", "record_breach", {.success = 201}},
      [&parts](http::Call& call, BreachBody const& body) { return record(call, parts, body); });
  routes.add(
      http::Route<Access::support, EvidenceBody, BreachFile>{
          Method::post, "/v1/staff/breaches/{id}/evidence", "add_evidence", {.success = 201}},
      [&parts](http::Call& call, EvidenceBody const& body) { return add(call, parts, body); });
  routes.add(
      http::Route<Access::administrator, FindingBody, BreachFile>{
          Method::post,
          "/v1/staff/breaches/{id}/ruling",
          "rule_on_breach",
          {.key_required = true, .success = 201, .summary = "By another person than the one who recorded it"}},
      [&parts](http::Call& call, FindingBody const& body) { return rule(call, parts, body); });
  routes.add(
      http::Route<Access::administrator, DemandBody, BreachFile>{
          Method::post,
          "/v1/staff/breaches/{id}/demand",
          "demand_penalty",
          {.key_required = true, .success = 201, .summary = "Demand the penalty; nothing is debited (HAR-6.2f)"}},
      [&parts](http::Call& call, DemandBody const& body) { return demand(call, parts, body); });
  routes.add(
      http::Route<Access::finance, DemandEndBody, BreachFile>{
          Method::post, "/v1/staff/breaches/{id}/demand/end", "end_demand", {.key_required = true, .success = 201}},
      [&parts](http::Call& call, DemandEndBody const& body) { return end(call, parts, body); });
}

}  // namespace kelisim::contracts
