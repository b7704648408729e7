#include "http/answers.h"

#include "platform/http/problems.h"
#include "store/people_rows.h"
#include "store/questionnaires.h"
#include "terms/acceptance.h"
#include "terms/editions.h"
#include "use_cases/fields.h"
#include "use_cases/prove_email.h"
#include "use_cases/questionnaire.h"

#include <algorithm>

namespace kelisim::identity {
namespace {

std::optional<std::string> display_name(db::Tx& tx, Parts const& parts, store::PersonRow const& row) {
  if (row.name) return parts.vault.open(tx, row.person.id, fields::name, *row.name);
  auto saved = read_questionnaire(tx, parts.vault, row.person.id);
  return saved ? std::move(saved->answers.display_name) : std::nullopt;
}

}  // namespace

Me me_of(db::Tx& tx, Parts const& parts, PersonId id, Instant now) {
  auto row = store::find_person(tx, id);
  ENSURE(row.has_value());
  auto const& person = row->person;
  auto const digits = parts.vault.open(tx, id, fields::phone, row->phone);
  auto const phone = PhoneNumber::parse(digits.value_or(""));
  auto const saved = store::find_questionnaire(tx, id);
  auto const accepted = terms::current_acceptance(tx, id, "offer");
  auto const offer = terms::edition_in_force(tx, "offer", now);
  return {.id = id.str(),
          .role = person.role,
          .state = person.state,
          .outcome = std::nullopt,
          .token = std::nullopt,
          .phone_masked = phone ? phone->masked() : std::string(),
          .email = row->email ? parts.vault.open(tx, id, fields::email, *row->email) : std::nullopt,
          .email_to_prove = email_to_prove(tx, parts, id, now),
          .display_name = display_name(tx, parts, *row),
          .language = person.language,
          .zone = person.zone.name(),
          .questionnaire_complete = saved && saved->completed_at && !store::standing_age_flag(tx, id),
          .accepted_current_offer = accepted && offer && accepted->content_hash == offer->content_hash,
          .accepted_offer_version = accepted ? std::optional(accepted->version) : std::nullopt,
          .created_at = person.created_at};
}

Visit visit_of(http::Call const& call) {
  return {.now = call.now, .address = call.address, .user_agent = call.user_agent, .session = call.caller.session};
}

void tell_ended(http::Call& call, Parts const& parts, std::vector<std::string> ended) {
  if (ended.empty() || !parts.session_ended) return;
  call.after_commit([tell = parts.session_ended, ended = std::move(ended)] {
    for (auto const& session : ended) tell(session);
  });
}

Result<PhoneNumber, http::Problem> phone_of(std::string_view text) {
  auto const parsed = PhoneNumber::parse(text);
  if (parsed) return *parsed;
  auto const code = parsed.error() == PhoneError::empty           ? "missing"
                    : parsed.error() == PhoneError::bad_character ? "bad_character"
                                                                  : "bad_length";
  return http::Refused(http::wrong_field("phone", code));
}

int seconds_until(Instant at, Instant now) {
  auto const seconds = std::chrono::ceil<std::chrono::seconds>(at - now).count();
  return static_cast<int>(std::max<std::int64_t>(1, seconds));
}

http::Problem too_many_requests(std::optional<Instant> again_at, Instant now) {
  return {.status = 429,
          .code = "too_many_requests",
          .retry_after_seconds = again_at ? std::optional(seconds_until(*again_at, now)) : std::nullopt};
}

void add_routes(http::Routes& routes, Parts const& given) {
  auto const parts = std::make_shared<Parts const>(given);
  add_sign_in_routes(routes, parts);
  add_session_routes(routes, parts);
  add_me_routes(routes, parts);
  add_questionnaire_routes(routes, parts);
  add_data_routes(routes, parts);
  add_staff_people_routes(routes, parts);
}

}  // namespace kelisim::identity
