#include "http/answers.h"
#include "store/questionnaires.h"
#include "use_cases/questionnaire.h"

namespace kelisim::identity {
namespace {

/// All of them may be missing in the JSON: which of them must be there the terms say, not the shape.
struct QuestionnaireBody {
  std::optional<json::Text<1, 60>> display_name;
  std::optional<json::Whole<0, 150>> age;
  std::optional<bool> prior_experience;
  std::optional<json::Text<1, 60>> concern_topic;
  std::optional<json::Text<0, 2000, true>> concern_text;
  std::optional<json::Text<1, 40>> sex;              ///< voluntary
  std::optional<json::Text<1, 40>> emotional_state;  ///< voluntary
  std::optional<bool> declares_truth;                ///< not ticked is not declared
};
BOOST_DESCRIBE_STRUCT(QuestionnaireBody, (),
                      (display_name, age, prior_experience, concern_topic, concern_text, sex, emotional_state,
                       declares_truth))

struct QuestionnaireAnswer {
  std::optional<std::string> display_name;
  std::optional<std::int64_t> age;
  std::optional<bool> prior_experience;
  std::optional<std::string> concern_topic;
  std::optional<std::string> concern_text;
  std::optional<std::string> sex;
  std::optional<std::string> emotional_state;
  bool complete;
  bool booking_open;                 ///< complete, and no age below the limit stands against the account
  std::vector<std::string> missing;  ///< names of the fields that the terms still ask for
};
BOOST_DESCRIBE_STRUCT(QuestionnaireAnswer, (),
                      (display_name, age, prior_experience, concern_topic, concern_text, sex, emotional_state,
                       complete, booking_open, missing))

constexpr http::Route<Access::client, http::Nothing, QuestionnaireAnswer> read_route{
    http::Method::get, "/v1/me/questionnaire", "read_questionnaire"};
constexpr http::Route<Access::client, QuestionnaireBody, QuestionnaireAnswer> save_route{
    http::Method::put, "/v1/me/questionnaire", "save_questionnaire"};

QuestionnaireAnswer answer(http::Call& call, Parts const& parts, SavedQuestionnaire saved) {
  auto const verdict = judge_for(call.tx, parts, call.person(), saved.answers, call.now);
  auto& answers = saved.answers;
  QuestionnaireAnswer view{.display_name = std::move(answers.display_name),
                           .age = answers.age,
                           .prior_experience = answers.prior_experience,
                           .concern_topic = std::move(answers.concern_topic),
                           .concern_text = std::move(answers.concern_text),
                           .sex = std::move(answers.sex),
                           .emotional_state = std::move(answers.emotional_state),
                           .complete = saved.complete,
                           .booking_open = saved.complete && !store::standing_age_flag(call.tx, call.person()),
                           .missing = {}};
  for (auto const& problem : verdict.problems) view.missing.push_back(problem.field);
  return view;
}

std::string_view word(QuestionnaireProblem problem) {
  switch (problem) {
    case QuestionnaireProblem::missing:
      return "missing";
    case QuestionnaireProblem::under_age:
      return "under_age";
    case QuestionnaireProblem::unknown_topic:
      return "unknown_topic";
    case QuestionnaireProblem::text_required:
      return "text_required";
    case QuestionnaireProblem::unknown_choice:
      return "unknown_choice";
  }
  return "missing";
}

http::Problem problem(QuestionnaireVerdict const& verdict) {
  http::Problem refused{.status = 422,
                        .code = verdict.flag_for_staff ? "under_age" : "questionnaire_incomplete",
                        .clause = verdict.because,
                        .keep_effects = true};
  for (auto const& field : verdict.problems) {
    if (field.problem == QuestionnaireProblem::under_age) refused.clause = field.because;
    refused.errors.push_back({field.field, std::string(word(field.problem))});
  }
  return refused;
}

http::Reply<QuestionnaireAnswer> save(http::Call& call, Parts const& parts, QuestionnaireBody const& body) {
  QuestionnaireFacts facts;
  if (body.display_name) facts.display_name = body.display_name->value;
  if (body.age) facts.age = body.age->value;
  facts.prior_experience = body.prior_experience;
  if (body.concern_topic) facts.concern_topic = body.concern_topic->value;
  if (body.concern_text && !body.concern_text->value.empty()) facts.concern_text = body.concern_text->value;
  if (body.sex) facts.sex = body.sex->value;
  if (body.emotional_state) facts.emotional_state = body.emotional_state->value;
  facts.declares_truth = body.declares_truth.value_or(false);
  auto const verdict = save_questionnaire(call.tx, parts, call.person(), facts, call.now);
  if (!verdict.accepted()) return http::Refused(problem(verdict));
  return answer(call, parts, {std::move(facts), true});
}

}  // namespace

void add_questionnaire_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(read_route, [parts](http::Call& call, http::Nothing const&) -> http::Reply<QuestionnaireAnswer> {
    auto saved = read_questionnaire(call.tx, parts->vault, call.person());
    if (!saved) return http::Refused(http::Problem{.status = 404, .code = "questionnaire_not_saved"});
    return answer(call, *parts, std::move(*saved));
  });
  routes.add(save_route,
             [parts](http::Call& call, QuestionnaireBody const& body) { return save(call, *parts, body); });
}

}  // namespace kelisim::identity
