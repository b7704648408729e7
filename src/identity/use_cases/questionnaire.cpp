#include "use_cases/questionnaire.h"

#include "platform/json/described.h"
#include "privacy/changes.h"
#include "store/questionnaires.h"
#include "terms/acceptance.h"
#include "terms/confirmation.h"
#include "terms/editions.h"
#include "use_cases/fields.h"

namespace kelisim::identity {
namespace {

/// The sealed text. Members are only ever added.
struct StoredAnswers {
  std::optional<std::string> display_name;
  std::optional<std::int64_t> age;
  std::optional<bool> prior_experience;
  std::optional<std::string> concern_topic;
  std::optional<std::string> concern_text;
  std::optional<std::string> sex;
  std::optional<std::string> emotional_state;
};
BOOST_DESCRIBE_STRUCT(StoredAnswers, (),
                      (display_name, age, prior_experience, concern_topic, concern_text, sex, emotional_state))

constexpr std::size_t padded_to = 512;

// White space after the JSON: the length of the ciphertext tells nothing of age, topic or name.
std::string padded(std::string text) {
  text.resize((text.size() / padded_to + 1) * padded_to, ' ');
  return text;
}

std::string to_stored(QuestionnaireFacts const& answers) {
  return padded(
      json::to_text(StoredAnswers{answers.display_name, answers.age, answers.prior_experience, answers.concern_topic,
                                  answers.concern_text, answers.sex, answers.emotional_state}));
}

// Without the fields that have a problem: their old values, if any, are gone with the form.
QuestionnaireFacts only_good(QuestionnaireFacts answers, QuestionnaireVerdict const& verdict) {
  for (auto const& problem : verdict.problems) {
    if (problem.field == "display_name") answers.display_name.reset();
    if (problem.field == "age") answers.age.reset();
    if (problem.field == "prior_experience") answers.prior_experience.reset();
    if (problem.field == "concern_topic") answers.concern_topic.reset();
    if (problem.field == "concern_text") answers.concern_text.reset();
    if (problem.field == "sex") answers.sex.reset();
    if (problem.field == "emotional_state") answers.emotional_state.reset();
  }
  return answers;
}

void put(db::Tx& tx, Parts const& parts, PersonId client, QuestionnaireFacts const& answers, bool complete,
         Instant now) {
  auto const before = store::find_questionnaire(tx, client);
  auto const sealed = parts.vault.seal(tx, client, fields::questionnaire, to_stored(answers));
  store::put_questionnaire(tx, client, {sealed, complete ? std::optional(now) : std::nullopt, now});
  privacy::note_sealed(tx, {"person", client.view(), now}, fields::questionnaire,
                       before ? std::span<std::uint8_t const>(before->answers) : std::span<std::uint8_t const>{},
                       sealed);
  parts.audit.append(
      tx, now,
      {.action = "identity.questionnaire_saved",
       .actor = client,
       .subject = client,
       .object = fields::questionnaire.name,
       .sealed = before ? std::span<std::uint8_t const>(before->answers) : std::span<std::uint8_t const>{}});
}

/// Those that the client accepted; those in force for who has accepted none.
terms::Terms const& terms_for(db::Tx& tx, Parts const& parts, PersonId client, Instant now) {
  auto const* const accepted = terms::accepted_terms(tx, parts.brand, client);
  return accepted != nullptr ? *accepted : terms::terms_in_force(tx, parts.brand, now);
}

/// HAR-4.3.2a: a form without the voluntary questions takes nothing away from what was answered before.
QuestionnaireFacts with_what_is_not_asked(db::Tx& tx, Parts const& parts, PersonId client, QuestionnaireFacts given) {
  if (parts.brand.shows(terms::AccountBlock::voluntary_answers)) return given;
  auto const before = read_questionnaire(tx, parts.vault, client);
  given.sex = before ? before->answers.sex : std::nullopt;
  given.emotional_state = before ? before->answers.emotional_state : std::nullopt;
  return given;
}

}  // namespace

std::optional<SavedQuestionnaire> read_questionnaire(db::Tx& tx, privacy::Vault const& vault, PersonId client) {
  auto const row = store::find_questionnaire(tx, client);
  if (!row) return std::nullopt;
  auto const text = vault.open(tx, client, fields::questionnaire, row->answers);
  if (!text) return std::nullopt;
  auto stored = json::from_text<StoredAnswers>(*text);
  return SavedQuestionnaire{.answers = {.display_name = std::move(stored.display_name),
                                        .age = stored.age,
                                        .prior_experience = stored.prior_experience,
                                        .concern_topic = std::move(stored.concern_topic),
                                        .concern_text = std::move(stored.concern_text),
                                        .sex = std::move(stored.sex),
                                        .emotional_state = std::move(stored.emotional_state),
                                        .declares_truth = row->completed_at.has_value()},
                            .complete = row->completed_at.has_value()};
}

QuestionnaireVerdict judge_for(db::Tx& tx, Parts const& parts, PersonId client, QuestionnaireFacts const& answers,
                               Instant now) {
  return judge_questionnaire(answers, terms_for(tx, parts, client, now));
}

QuestionnaireVerdict save_questionnaire(db::Tx& tx, Parts const& parts, PersonId client,
                                        QuestionnaireFacts const& given, Instant now) {
  auto const answers = with_what_is_not_asked(tx, parts, client, given);
  auto const& terms = terms_for(tx, parts, client, now);
  auto verdict = judge_questionnaire(answers, terms);
  if (verdict.flag_for_staff) {
    store::raise_age_flag(tx, client, now);
    parts.audit.append(tx, now, {.action = "identity.under_age_entered", .actor = client, .subject = client});
    return verdict;
  }
  if (verdict.accepted()) {
    put(tx, parts, client, answers, true, now);
    if (terms.declarations) {
      terms::confirm(tx, parts.random, client, {terms::Confirmation::truth_of_questionnaire, terms.version, now});
    }
    return verdict;
  }
  auto const before = store::find_questionnaire(tx, client);
  if (!before || !before->completed_at) put(tx, parts, client, only_good(answers, verdict), false, now);
  return verdict;
}

}  // namespace kelisim::identity
