#pragma once

#include "identity/identity.h"
#include "identity/rules/questionnaire.h"
#include "privacy/vault.h"

#include <optional>
#include <string>

namespace kelisim::identity {

struct SavedQuestionnaire {
  QuestionnaireFacts answers;
  bool complete;  ///< all required fields are there
};

/// Nothing when none was saved, or the person is erased.
[[nodiscard]] std::optional<SavedQuestionnaire> read_questionnaire(db::Tx& tx, privacy::Vault const& vault,
                                                                   PersonId client);

/// What is missing or wrong by the terms that the client accepted.
[[nodiscard]] QuestionnaireVerdict judge_for(db::Tx& tx, Parts const& parts, PersonId client,
                                             QuestionnaireFacts const& answers, Instant now);

/// HAR-1.questionnaire.a–f. Accepted answers replace the old ones, which stay, sealed, in the audit chain only. Of an
/// incomplete form the good fields are kept until the rest comes, unless a complete one is there. An age below the
/// limit keeps nothing, raises a flag for staff and closes booking (HAR-1.user.a): a refusal that stays on record.
[[nodiscard]] QuestionnaireVerdict save_questionnaire(db::Tx& tx, Parts const& parts, PersonId client,
                                                      QuestionnaireFacts const& answers, Instant now);

}  // namespace kelisim::identity
