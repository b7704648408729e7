#include "http/answers.h"
#include "store/people_rows.h"
#include "terms/acceptance.h"
#include "terms/confirmation.h"
#include "use_cases/fields.h"
#include "use_cases/questionnaire.h"
#include "use_cases/sign_in_sessions.h"

namespace kelisim::identity {
namespace {

struct OwnAnswers {
  std::optional<std::string> display_name;
  std::optional<std::int64_t> age;
  std::optional<bool> prior_experience;
  std::optional<std::string> concern_topic;
  std::optional<std::string> concern_text;
  std::optional<std::string> sex;
  std::optional<std::string> emotional_state;
};
BOOST_DESCRIBE_STRUCT(OwnAnswers, (),
                      (display_name, age, prior_experience, concern_topic, concern_text, sex, emotional_state))

struct OwnAcceptance {
  std::string document;
  std::string version;
  std::string language;
  Instant accepted_at;
};
BOOST_DESCRIBE_STRUCT(OwnAcceptance, (), (document, version, language, accepted_at))

struct OwnConfirmation {
  terms::Confirmation what;
  std::string version;
  Instant confirmed_at;
};
BOOST_DESCRIBE_STRUCT(OwnConfirmation, (), (what, version, confirmed_at))

struct OwnSession {
  std::string device;
  std::string address;
  Instant begun_at;
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (device, address, begun_at))

struct OwnData {
  std::string id;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> name;  ///< of staff and specialists
  std::string language;
  std::string zone;
  Instant created_at;
  std::optional<OwnAnswers> questionnaire;
  std::vector<OwnAcceptance> acceptances;
  std::vector<OwnConfirmation> confirmations;  ///< newest first, at most 200
  std::vector<OwnSession> sign_in_sessions;    ///< that are open
  std::vector<OwnMessage> session_messages;    ///< newest first, at most 5000; the rest stands with its bookings
};
BOOST_DESCRIBE_STRUCT(OwnData, (),
                      (id, phone, email, name, language, zone, created_at, questionnaire, acceptances, confirmations,
                       sign_in_sessions, session_messages))

constexpr int messages_max = 5000;

std::optional<OwnAnswers> answers_of(db::Tx& tx, Parts const& parts, PersonId person) {
  auto saved = read_questionnaire(tx, parts.vault, person);
  if (!saved) return std::nullopt;
  auto& answers = saved->answers;
  return OwnAnswers{.display_name = std::move(answers.display_name),
                    .age = answers.age,
                    .prior_experience = answers.prior_experience,
                    .concern_topic = std::move(answers.concern_topic),
                    .concern_text = std::move(answers.concern_text),
                    .sex = std::move(answers.sex),
                    .emotional_state = std::move(answers.emotional_state)};
}

/// HAR-4.3.2a: whatever blocks the account shows, everything that it holds of its person.
OwnData data_of(db::Tx& tx, Parts const& parts, PersonId id, Instant now) {
  auto const row = store::find_person(tx, id);
  ENSURE(row.has_value());
  OwnData data{.id = id.str(),
               .phone = parts.vault.open(tx, id, fields::phone, row->phone),
               .email = row->email ? parts.vault.open(tx, id, fields::email, *row->email) : std::nullopt,
               .name = row->name ? parts.vault.open(tx, id, fields::name, *row->name) : std::nullopt,
               .language = row->person.language,
               .zone = row->person.zone.name(),
               .created_at = row->person.created_at,
               .questionnaire = answers_of(tx, parts, id),
               .acceptances = {},
               .confirmations = {},
               .sign_in_sessions = {},
               .session_messages = {}};
  for (auto& one : terms::acceptances_of(tx, id)) {
    data.acceptances.push_back(
        {std::move(one.document), std::move(one.version), std::move(one.language), one.accepted_at});
  }
  for (auto& one : terms::confirmations_of(tx, id)) {
    data.confirmations.push_back({one.what, std::move(one.version), one.at});
  }
  for (auto& one : list_sessions(tx, parts, id, now)) {
    data.sign_in_sessions.push_back(
        {std::move(one.evidence.user_agent), std::move(one.evidence.address), one.opened_at});
  }
  if (parts.session_messages) data.session_messages = parts.session_messages(tx, id, messages_max);
  return data;
}

constexpr http::Route<Access::signed_in, http::Nothing, OwnData> data_route{http::Method::get, "/v1/me/data",
                                                                            "own_data"};

}  // namespace

void add_data_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(data_route, [parts](http::Call& call, http::Nothing const&) -> http::Reply<OwnData> {
    return data_of(call.tx, *parts, call.person(), call.now);
  });
}

}  // namespace kelisim::identity
