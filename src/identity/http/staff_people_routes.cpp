#include "http/answers.h"
#include "platform/http/problems.h"
#include "terms/acceptance.h"
#include "use_cases/email_address.h"
#include "use_cases/staff_people.h"

namespace kelisim::identity {
namespace {

/// One of the two: the whole phone, or the number of an order or of a booking.
struct SearchBody {
  std::optional<json::Text<1, 32>> phone;
  std::optional<json::Text<1, 64>> number;
  privacy::Purpose purpose;
};
BOOST_DESCRIBE_STRUCT(SearchBody, (), (phone, number, purpose))

struct FoundPerson {
  std::string id;
  Role role;
  PersonState state;
  std::optional<std::string> phone_masked;  ///< of whoever was found by it
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (), (id, role, state, phone_masked))

struct PersonFile {
  std::string id;
  Role role;
  PersonState state;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> name;
  std::string language;
  std::string zone;
  Instant created_at;
  bool questionnaire_complete;
  std::optional<Instant> age_flag_raised_at;
  std::optional<std::string> accepted_offer_version;
  std::int64_t live_sessions;
};
BOOST_DESCRIBE_STRUCT(PersonFile, (),
                      (id, role, state, phone, email, name, language, zone, created_at, questionnaire_complete,
                       age_flag_raised_at, accepted_offer_version, live_sessions))

struct PurposeBody {
  privacy::Purpose purpose;
};
BOOST_DESCRIBE_STRUCT(PurposeBody, (), (purpose))

struct EmailBody {
  json::Text<3, email_max> email;
  json::Text<1, 500> reason;
  privacy::Purpose purpose;
};
BOOST_DESCRIBE_STRUCT(EmailBody, (), (email, reason, purpose))

constexpr http::Route<Access::staff, SearchBody, FoundPerson> search_route{
    http::Method::post, "/v1/staff/people/search", "search_person"};
constexpr http::Route<Access::staff, http::Nothing, PersonFile> file_route{http::Method::get, "/v1/staff/people/{id}",
                                                                           "read_person"};
constexpr http::Route<Access::administrator, PurposeBody, http::Nothing> block_route{
    http::Method::post, "/v1/staff/people/{id}/block", "block_person"};
constexpr http::Route<Access::administrator, http::Nothing, http::Nothing> unblock_route{
    http::Method::del, "/v1/staff/people/{id}/block", "unblock_person"};
constexpr http::Route<Access::support, http::Nothing, http::Nothing> age_flag_route{
    http::Method::del, "/v1/staff/people/{id}/age-flag", "clear_age_flag"};
constexpr http::Route<Access::support, EmailBody, http::Nothing> email_route{
    http::Method::put, "/v1/staff/people/{id}/email", "correct_email"};

constexpr http::QueryParam purpose_param{"purpose", "why: a word of the closed list of purposes", true};

http::Refused nobody() { return http::Refused(http::Problem{.status = 404, .code = "person_not_found"}); }

// That nobody was found is a finding, and stays in the audit chain like any other.
http::Reply<FoundPerson> answer(std::optional<Person> const& found, std::optional<std::string> phone_masked) {
  if (!found) {
    return http::Refused(http::Problem{.status = 404, .code = "person_not_found", .keep_effects = true});
  }
  return FoundPerson{found->id.str(), found->role, found->state, std::move(phone_masked)};
}

http::Reply<FoundPerson> search(http::Call& call, Parts const& parts, SearchBody const& body) {
  if (body.phone.has_value() == body.number.has_value())
    return http::Refused(http::wrong_field("phone", "one_of_phone_and_number"));
  if (body.number) return answer(search_by_number(call, parts, body.number->view(), body.purpose), std::nullopt);
  auto const phone = phone_of(body.phone->view());
  if (!phone) return http::Refused(phone.error());
  return answer(search_by_phone(call, parts, *phone, body.purpose), phone->masked());
}

http::Reply<PersonFile> read_file(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const id = call.path_id<PersonId>("id");
  auto opened = id ? open_person(call, parts, *id, *purpose) : std::nullopt;
  if (!opened) return nobody();
  auto const& person = opened->person;
  auto const accepted = terms::current_acceptance(call.tx, *id, "offer");
  return PersonFile{.id = id->str(),
                    .role = person.role,
                    .state = person.state,
                    .phone = std::move(opened->phone),
                    .email = std::move(opened->email),
                    .name = std::move(opened->name),
                    .language = person.language,
                    .zone = person.zone.name(),
                    .created_at = person.created_at,
                    .questionnaire_complete = opened->questionnaire_complete,
                    .age_flag_raised_at = opened->age_flag_raised_at,
                    .accepted_offer_version = accepted ? std::optional(accepted->version) : std::nullopt,
                    .live_sessions = opened->live_sessions};
}

http::Refused problem(BlockRefusal refusal) {
  if (refusal != BlockRefusal::is_client) return nobody();
  return http::Refused(http::Problem{.status = 409, .code = "client_is_restricted_instead"});
}

http::Reply<http::Nothing> block_person(http::Call& call, Parts const& parts, PurposeBody const& body) {
  auto const id = call.path_id<PersonId>("id");
  if (!id) return nobody();
  if (*id == call.person()) return http::Refused(http::Problem{.status = 409, .code = "cannot_block_oneself"});
  auto blocked = block(call, parts, *id, body.purpose);
  if (!blocked) return problem(blocked.error());
  tell_ended(call, parts, std::move(*blocked));
  return http::Nothing{};
}

http::Reply<http::Nothing> unblock_person(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const id = call.path_id<PersonId>("id");
  if (!id) return nobody();
  auto const lifted = unblock(call, parts, *id, *purpose);
  if (!lifted) return problem(lifted.error());
  return http::Nothing{};
}

http::Reply<http::Nothing> clear_flag(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const id = call.path_id<PersonId>("id");
  if (!id || !clear_age_flag(call, parts, *id, *purpose)) return nobody();
  return http::Nothing{};
}

http::Reply<http::Nothing> correct(http::Call& call, Parts const& parts, EmailBody const& body) {
  if (!is_email_address(body.email.view())) return http::Refused(http::wrong_field("email", "bad_address"));
  auto const id = call.path_id<PersonId>("id");
  if (!id || !correct_email(call, parts, *id, {body.email.value, body.reason.value}, body.purpose)) return nobody();
  return http::Nothing{};
}

}  // namespace

void add_staff_people_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(search_route, [parts](http::Call& call, SearchBody const& body) { return search(call, *parts, body); });
  auto file = file_route;
  file.options.effect = http::Effect::writes;  // each opened field leaves an audit row
  file.options.query = {purpose_param};
  routes.add(file, [parts](http::Call& call, http::Nothing const&) { return read_file(call, *parts); });
  routes.add(block_route,
             [parts](http::Call& call, PurposeBody const& body) { return block_person(call, *parts, body); });
  auto lift = unblock_route;
  lift.options.query = {purpose_param};
  routes.add(lift, [parts](http::Call& call, http::Nothing const&) { return unblock_person(call, *parts); });
  auto clear = age_flag_route;
  clear.options.query = {purpose_param};
  routes.add(clear, [parts](http::Call& call, http::Nothing const&) { return clear_flag(call, *parts); });
  routes.add(email_route, [parts](http::Call& call, EmailBody const& body) { return correct(call, *parts, body); });
}

}  // namespace kelisim::identity
