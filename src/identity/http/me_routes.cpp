#include "http/answers.h"
#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "privacy/changes.h"
#include "store/people_rows.h"
#include "use_cases/email_address.h"
#include "use_cases/fields.h"
#include "use_cases/prove_email.h"

#include <charconv>

namespace kelisim::identity {
namespace {

struct SettingsBody {
  json::Text<2, 8> language;
  json::Text<1, 64> zone;
  std::optional<json::Text<0, email_max>> email;  ///< absent: as it is; empty: none is kept; another: it gets a code
};
BOOST_DESCRIBE_STRUCT(SettingsBody, (), (language, zone, email))

struct EmailCodeBody {
  json::Text<1, 16> code;
};
BOOST_DESCRIBE_STRUCT(EmailCodeBody, (), (code))

struct AccessRead {
  Instant at;
  std::string who;
  std::optional<Role> role;
  std::optional<std::string> purpose;
  std::string action;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(AccessRead, (), (at, who, role, purpose, action, what))

struct AccessLog {
  std::vector<AccessRead> reads;
  std::optional<std::int64_t> next_before;
};
BOOST_DESCRIBE_STRUCT(AccessLog, (), (reads, next_before))

constexpr http::Route<Access::signed_in, http::Nothing, Me> me_route{http::Method::get, "/v1/me", "me"};
constexpr http::Route<Access::signed_in, SettingsBody, Me> settings_route{http::Method::put, "/v1/me/settings",
                                                                          "change_settings"};
constexpr http::Route<Access::signed_in, EmailCodeBody, Me> email_route{http::Method::post, "/v1/me/email/proof",
                                                                        "prove_email"};
constexpr http::Route<Access::signed_in, http::Nothing, AccessLog> access_log_route{
    http::Method::get, "/v1/me/access-log", "access_log"};

constexpr int log_page = 100;

std::optional<http::Problem> change_email(http::Call& call, Parts const& parts, std::string_view email,
                                          std::string_view language) {
  if (email.empty()) {
    forget_email(call.tx, parts, call.person(), call.now);
    return std::nullopt;
  }
  auto const asked = ask_to_prove(call.tx, parts, call.person(), email, language, call.now);
  if (asked) return std::nullopt;
  if (asked.error().why == EmailCodeRefusal::too_many_today) {
    return http::Problem{.status = 429, .code = "email_codes_too_many_today"};
  }
  return http::Problem{.status = 429,
                       .code = "email_code_too_soon",
                       .retry_after_seconds = seconds_until(*asked.error().again_at, call.now)};
}

std::string_view code_of(CodeVerdict verdict) {
  switch (verdict) {
    case CodeVerdict::expired:
      return "email_code_expired";
    case CodeVerdict::too_many_attempts:
      return "email_code_too_many_tries";
    case CodeVerdict::already_used:
      return "email_code_used";
    case CodeVerdict::too_many_today:
    case CodeVerdict::replaced:
    case CodeVerdict::wrong:
    case CodeVerdict::accepted:
      break;
  }
  return "email_code_wrong";
}

http::Reply<Me> enter_email_code(http::Call& call, Parts const& parts, EmailCodeBody const& body) {
  auto const judged = prove_email(call.tx, parts, call.person(), body.code.view(), call.now);
  if (!judged) return http::Refused(http::Problem{.status = 409, .code = "no_email_to_prove"});
  if (judged->verdict == CodeVerdict::accepted) return me_of(call.tx, parts, call.person(), call.now);
  return http::Refused(http::Problem{.status = judged->verdict == CodeVerdict::too_many_attempts ? 429 : 422,
                                     .code = code_of(judged->verdict),
                                     .clause = judged->because,
                                     .keep_effects = judged->verdict == CodeVerdict::wrong});
}

/// What the settings were and will be (HAR-4.2.17e).
void note_settings(http::Call& call, SettingsBody const& body) {
  auto const row = store::find_person(call.tx, call.person());
  ENSURE(row.has_value());
  auto const person = call.person();
  privacy::Changed const changed{"person", person.view(), call.now};
  privacy::note_change(call.tx, changed, "language", row->person.language, body.language.view());
  privacy::note_change(call.tx, changed, "zone", row->person.zone.name(), body.zone.view());
}

http::Reply<Me> change_settings(http::Call& call, Parts const& parts, SettingsBody const& body) {
  if (!parts.brand.speaks(body.language.view())) return http::Refused(http::wrong_field("language", "unknown"));
  if (!Zone::load(body.zone.view())) return http::Refused(http::wrong_field("zone", "unknown"));
  if (body.email && !body.email->view().empty() && !is_email_address(body.email->view())) {
    return http::Refused(http::wrong_field("email", "bad_address"));
  }
  note_settings(call, body);
  store::update_settings(call.tx, call.person(), body.language.view(), body.zone.view());
  if (body.email) {
    if (auto refused = change_email(call, parts, body.email->view(), body.language.view())) {
      return http::Refused(std::move(*refused));
    }
  }
  parts.audit.append(call.tx, call.now,
                     {.action = "identity.settings_changed", .actor = call.person(), .subject = call.person()});
  return me_of(call.tx, parts, call.person(), call.now);
}

AccessRead view(db::Tx& tx, Parts const& parts, privacy::AuditRow const& row) {
  AccessRead read{.at = row.at,
                  .who = *row.actor,
                  .role = std::nullopt,
                  .purpose = row.purpose,
                  .action = row.action,
                  .what = row.object};
  auto const actor = PersonId::parse(*row.actor);
  auto const reader = actor ? store::find_person(tx, *actor) : std::nullopt;
  if (!reader) return read;
  read.role = reader->person.role;
  if (reader->name) read.who = parts.vault.open(tx, *actor, fields::name, *reader->name).value_or(*row.actor);
  return read;
}

// Who else touched what is sealed of this person; what the person did is no news to them.
http::Reply<AccessLog> access_log(http::Call& call, Parts const& parts) {
  privacy::Audit::Page page{.subject = call.person(), .limit = log_page};
  if (auto const text = call.query("before")) {
    std::int64_t number = 0;
    auto const [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failed != std::errc{} || end != text->data() + text->size()) {
      return http::Refused(http::Problem{.status = 400, .code = "bad_query", .errors = {{"before", "not_a_number"}}});
    }
    page.before = number;
  }
  auto const rows = parts.audit.list(call.tx, page);
  AccessLog answer;
  for (auto const& row : rows) {
    if (row.actor && *row.actor != call.person().view()) answer.reads.push_back(view(call.tx, parts, row));
  }
  if (std::ssize(rows) == log_page) answer.next_before = rows.back().seq;
  return answer;
}

}  // namespace

void add_me_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(me_route, [parts](http::Call& call, http::Nothing const&) -> http::Reply<Me> {
    return me_of(call.tx, *parts, call.person(), call.now);
  });
  routes.add(settings_route,
             [parts](http::Call& call, SettingsBody const& body) { return change_settings(call, *parts, body); });
  routes.add(email_route,
             [parts](http::Call& call, EmailCodeBody const& body) { return enter_email_code(call, *parts, body); });
  auto log = access_log_route;
  log.options.query = {{"before", "next_before of the page before"}};
  routes.add(log, [parts](http::Call& call, http::Nothing const&) { return access_log(call, *parts); });
}

}  // namespace kelisim::identity
