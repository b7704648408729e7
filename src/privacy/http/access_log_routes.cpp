#include "platform/http/problems.h"
#include "privacy/access_log.h"
#include "privacy/staff_access.h"
#include "store/access_rows.h"

#include <boost/describe.hpp>

namespace kelisim::privacy {

/// A line without its address: opening that is a deed of its own.
struct SecurityLine {
  std::string id;
  Instant from;
  Instant until;
  std::optional<PersonId> person;
  std::optional<std::string> route;  ///< of what was refused, by its name in the API's description
  std::optional<std::string> object;
  std::optional<std::int64_t> status;
  std::int64_t times;
};
BOOST_DESCRIBE_STRUCT(SecurityLine, (), (id, from, until, person, route, object, status, times))

struct SecurityPage {
  std::vector<SecurityLine> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(SecurityPage, (), (items, next))

struct AddressView {
  std::optional<std::string> address;  ///< absent of who was not signed in, and after an erasure
};
BOOST_DESCRIBE_STRUCT(AddressView, (), (address))

namespace {

constexpr int page_size = 50;
constexpr std::string_view action_opened = "privacy.address_opened";

/// `?kind=`: refusals unless accesses are asked for.
Result<bool, http::Problem> wants_refusals(http::Call const& call) {
  auto const kind = call.query("kind").value_or("refused");
  if (kind == "refused") return true;
  if (kind == "accesses") return false;
  return http::Refused(http::wrong_query("kind", "unknown_value"));
}

SecurityLine line_of(store::RefusalRow const& row) {
  SecurityLine line{.id = row.id.str(),
                    .from = row.from,
                    .until = row.until,
                    .person = row.person,
                    .route = row.route,
                    .object = std::nullopt,
                    .status = row.status,
                    .times = row.times};
  if (!row.object.empty()) line.object = row.object;
  return line;
}

SecurityLine line_of(store::AccessRow const& row) {
  return {.id = row.id.str(),
          .from = row.from,
          .until = row.until,
          .person = row.person,
          .route = std::nullopt,
          .object = std::nullopt,
          .status = std::nullopt,
          .times = row.requests};
}

http::Reply<SecurityPage> list(http::Call& call) {
  auto const refused = wants_refusals(call);
  if (!refused) return http::Refused(refused.error());
  store::LogPage page{.limit = page_size};
  if (auto const text = call.query("person")) {
    page.person = PersonId::parse(*text);
    if (!page.person) return http::Refused(http::wrong_query("person", "not_an_id"));
  }
  if (auto const text = call.query("cursor")) {
    if (!IdText::parse(*text)) return http::Refused(http::wrong_query("cursor", "bad_format"));
    page.before = std::string(*text);
  }
  SecurityPage answer;
  if (*refused) {
    for (auto const& row : store::refusals(call.tx, page)) answer.items.push_back(line_of(row));
  } else {
    for (auto const& row : store::accesses(call.tx, page)) answer.items.push_back(line_of(row));
  }
  if (std::ssize(answer.items) == page_size) answer.next = answer.items.back().id;
  return answer;
}

struct Sealed {
  std::optional<PersonId> person;
  db::Bytes address;
};

std::optional<Sealed> line_in_path(http::Call& call, bool refused) {
  if (refused) {
    auto const id = call.path_id<RefusalId>("id");
    auto const row = id ? store::find_refusal(call.tx, *id) : std::nullopt;
    return row ? std::optional(Sealed{row->person, row->address}) : std::nullopt;
  }
  auto const id = call.path_id<AccessId>("id");
  auto const row = id ? store::find_access(call.tx, *id) : std::nullopt;
  return row ? std::optional(Sealed{row->person, row->address}) : std::nullopt;
}

http::Reply<AddressView> open_address(http::Call& call, AccessLog const& log, Audit const& audit) {
  auto const purpose = purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const refused = wants_refusals(call);
  if (!refused) return http::Refused(refused.error());
  auto const line = line_in_path(call, *refused);
  if (!line) return http::Refused(http::not_found());
  AddressView view{log.address_of(call.tx, line->person, line->address)};
  audit.append(call.tx, call.now,
               {.action = action_opened,
                .actor = call.person(),
                .subject = line->person,
                .object = call.path("id"),
                .purpose = *purpose});
  return view;
}

}  // namespace

void add_routes(http::Routes& routes, AccessLog const& log, Audit const& audit) {
  using http::Method;
  routes.add(
      http::Route<Access::administrator, http::Nothing, SecurityPage>{
          Method::get,
          "/v1/staff/security-log",
          "list_security_log",
          {.query = {{"kind", "refused (the default): what was refused to whom; accesses: who asked, by the hour"},
                     {"person", "only lines of this person"},
                     {"cursor", "next of the page before"}},
           .summary = "Refused attempts and accesses, the newest first, without the addresses"}},
      [](http::Call& call) { return list(call); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, AddressView>{
          Method::get,
          "/v1/staff/security-log/{id}/address",
          "open_address",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true},
                     {"kind", "of the line: refused (the default) or accesses"}},
           .summary = "The IP address of one line; leaves an audit row that the person sees"}},
      [&log, &audit](http::Call& call) { return open_address(call, log, audit); });
}

}  // namespace kelisim::privacy
