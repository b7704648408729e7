#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <optional>

namespace kelisim::identity::store {

struct QuestionnaireRow {
  db::Bytes answers;  ///< sealed
  std::optional<Instant> completed_at;
  Instant saved_at;
};

[[nodiscard]] std::optional<QuestionnaireRow> find_questionnaire(db::Tx& tx, PersonId person);
void put_questionnaire(db::Tx& tx, PersonId person, QuestionnaireRow const& row);

/// When the flag that stands was raised.
[[nodiscard]] std::optional<Instant> standing_age_flag(db::Tx& tx, PersonId person);
/// Raises it where none stands.
void raise_age_flag(db::Tx& tx, PersonId person, Instant now);
/// False when none stands.
[[nodiscard]] bool clear_age_flag(db::Tx& tx, PersonId person, PersonId by, Instant now);

}  // namespace kelisim::identity::store
