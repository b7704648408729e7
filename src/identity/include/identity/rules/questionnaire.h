#pragma once

#include "kernel/clause.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::identity {

/// A questionnaire as it was sent. It is personal data: these facts are decided on and never stored as a decision.
struct QuestionnaireFacts {
  std::optional<std::string> display_name;  ///< trimmed
  std::optional<std::int64_t> age;
  std::optional<bool> prior_experience;
  std::optional<std::string> concern_topic;
  std::optional<std::string> concern_text;          ///< trimmed
  std::optional<std::string> sex = {};              ///< voluntary
  std::optional<std::string> emotional_state = {};  ///< voluntary
  bool declares_truth = false;
};

enum class QuestionnaireProblem : std::uint8_t {
  missing = 1,
  under_age = 2,
  unknown_topic = 3,
  text_required = 4,
  unknown_choice = 5,
};
BOOST_DESCRIBE_ENUM(QuestionnaireProblem, missing, under_age, unknown_topic, text_required, unknown_choice)

struct QuestionnaireFieldProblem {
  std::string field;  ///< display_name, age, prior_experience, concern_topic, concern_text, sex,
                      ///< emotional_state, declares_truth
  QuestionnaireProblem problem;
  Clause because;
};

struct QuestionnaireVerdict {
  std::vector<QuestionnaireFieldProblem> problems;  ///< in the order of the fields; empty: complete and accepted
  bool flag_for_staff;                              ///< somebody under age filled it in
  Clause because;                                   ///< of the first problem; of the whole questionnaire otherwise

  [[nodiscard]] bool accepted() const { return problems.empty(); }
};

/// HAR-1.questionnaire.a: "Filling in the questionnaire is compulsory: keep specialist choice and booking closed
/// until all
///   required fields are saved."
/// HAR-1.questionnaire.b: "Collect first name or a pseudonym; a pseudonym suffices."
/// HAR-1.questionnaire.c: "Collect age in full years." HAR-1.user.a: "the age entered in the questionnaire must be 18
/// or
///   more": at 17 it is refused, booking stays closed and the account is flagged for staff.
/// HAR-1.questionnaire.d: "Collect whether the user has already had comparable psychological sessions."
/// HAR-1.questionnaire.e: "Collect the concern that troubles the user: choice from a topic list or free text"; the
/// topic
///   "other" needs words of the client's own.
/// HAR-4.3.8c: "Sex and emotional state are voluntary inputs; a missing answer never blocks service": only a word
/// that
///   may not be chosen is refused.
/// HAR-4.2.4a: "Require the user to declare at registration and in the questionnaire that the information is true."
[[nodiscard]] QuestionnaireVerdict judge_questionnaire(QuestionnaireFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::identity
