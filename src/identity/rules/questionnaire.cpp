#include "identity/rules/questionnaire.h"

#include "kernel/ensure.h"

namespace kelisim::identity {
namespace {

bool required(std::string_view field, terms::QuestionnaireTerms const& terms) {
  return std::ranges::find(terms.required_fields.value, field) != terms.required_fields.value.end();
}

bool filled(std::optional<std::string> const& text) { return text && !text->empty(); }

std::optional<QuestionnaireFieldProblem> judge_concern(QuestionnaireFacts const& facts,
                                                       terms::QuestionnaireTerms const& terms) {
  auto const& clause = terms.topics.clause;
  if (!filled(facts.concern_topic)) {
    if (!required("concern", terms)) return std::nullopt;
    return QuestionnaireFieldProblem{"concern_topic", QuestionnaireProblem::missing, clause};
  }
  if (std::ranges::find(terms.topics.value, *facts.concern_topic) == terms.topics.value.end()) {
    return QuestionnaireFieldProblem{"concern_topic", QuestionnaireProblem::unknown_topic, clause};
  }
  if (*facts.concern_topic == terms.topic_with_required_text.value && !filled(facts.concern_text)) {
    return QuestionnaireFieldProblem{"concern_text", QuestionnaireProblem::text_required,
                                     terms.topic_with_required_text.clause};
  }
  return std::nullopt;
}

bool may_be_chosen(std::optional<std::string> const& answer, terms::Term<std::vector<std::string>> const& choices) {
  return !answer || std::ranges::find(choices.value, *answer) != choices.value.end();
}

void judge_voluntary(QuestionnaireFacts const& facts, terms::Terms const& terms,
                     std::vector<QuestionnaireFieldProblem>& problems) {
  static terms::Term<std::vector<std::string>> const nothing{{}, {}};
  auto const judge = [&](std::string_view field, std::optional<std::string> const& answer, auto const& choices) {
    if (!may_be_chosen(answer, choices))
      problems.push_back({std::string(field), QuestionnaireProblem::unknown_choice, choices.clause});
  };
  judge("sex", facts.sex, terms.voluntary ? terms.voluntary->sexes : nothing);
  judge("emotional_state", facts.emotional_state, terms.voluntary ? terms.voluntary->emotional_states : nothing);
}

}  // namespace

QuestionnaireVerdict judge_questionnaire(QuestionnaireFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.questionnaire && terms.person);
  auto const& rule = *terms.questionnaire;
  QuestionnaireVerdict verdict{.problems = {}, .flag_for_staff = false, .because = rule.required_fields.clause};
  auto const problem = [&](std::string_view field, QuestionnaireProblem what, Clause const& because) {
    verdict.problems.push_back({std::string(field), what, because});
  };
  if (required("display_name", rule) && !filled(facts.display_name)) {
    problem("display_name", QuestionnaireProblem::missing, rule.pseudonym_allowed.clause);
  }
  if (!facts.age) {
    if (required("age", rule)) problem("age", QuestionnaireProblem::missing, rule.min_age_years.clause);
  } else if (*facts.age < rule.min_age_years.value || *facts.age < terms.person->min_age_years.value) {
    problem("age", QuestionnaireProblem::under_age, terms.person->min_age_years.clause);
    verdict.flag_for_staff = true;
  }
  if (required("prior_experience", rule) && !facts.prior_experience) {
    problem("prior_experience", QuestionnaireProblem::missing, rule.prior_experience_asked.clause);
  }
  if (auto const concern = judge_concern(facts, rule)) verdict.problems.push_back(*concern);
  judge_voluntary(facts, terms, verdict.problems);
  if (terms.declarations && terms.declarations->information_is_true.value && !facts.declares_truth) {
    problem("declares_truth", QuestionnaireProblem::missing, terms.declarations->information_is_true.clause);
  }
  if (!verdict.problems.empty()) verdict.because = verdict.problems.front().because;
  return verdict;
}

}  // namespace kelisim::identity
