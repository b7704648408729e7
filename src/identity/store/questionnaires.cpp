#include "store/questionnaires.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql find{"identity.find_questionnaire",
                       "SELECT answers, completed_at_us, saved_at_us FROM identity_questionnaires WHERE person = $1"};
constexpr db::Sql put{
    "identity.put_questionnaire",
    "INSERT INTO identity_questionnaires (person, answers, completed_at_us, saved_at_us) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (person) DO UPDATE SET answers = excluded.answers, completed_at_us = excluded.completed_at_us,"
    " saved_at_us = excluded.saved_at_us"};
constexpr db::Sql standing{"identity.standing_age_flag",
                           "SELECT raised_at_us FROM identity_age_flags WHERE person = $1 AND cleared_at_us IS NULL "
                           "ORDER BY 1 DESC LIMIT 1"};
constexpr db::Sql raise{
    "identity.raise_age_flag",
    "INSERT INTO identity_age_flags (person, raised_at_us) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql clear{
    "identity.clear_age_flag",
    "UPDATE identity_age_flags SET cleared_at_us = $3, cleared_by = $2 WHERE person = $1 AND cleared_at_us IS NULL"};

}  // namespace

std::optional<QuestionnaireRow> find_questionnaire(db::Tx& tx, PersonId person) {
  return tx.one(
      find, [](db::Row const& row) { return QuestionnaireRow{row.blob(0), row.maybe_instant(1), row.instant(2)}; },
      person);
}

void put_questionnaire(db::Tx& tx, PersonId person, QuestionnaireRow const& row) {
  tx.execute(put, person, row.answers, row.completed_at, row.saved_at);
}

std::optional<Instant> standing_age_flag(db::Tx& tx, PersonId person) {
  return tx.one(standing, [](db::Row const& row) { return row.instant(0); }, person);
}

void raise_age_flag(db::Tx& tx, PersonId person, Instant now) {
  if (!standing_age_flag(tx, person)) tx.execute(raise, person, now);
}

bool clear_age_flag(db::Tx& tx, PersonId person, PersonId by, Instant now) {
  return tx.execute(clear, person, by, now) > 0;
}

}  // namespace kelisim::identity::store
