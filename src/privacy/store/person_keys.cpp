#include "store/person_keys.h"

namespace kelisim::privacy::store {
namespace {

constexpr db::Sql find{"privacy.find_person_key", "SELECT wrapped FROM privacy_keys WHERE person = $1"};
constexpr db::Sql insert{
    "privacy.insert_person_key",
    "INSERT INTO privacy_keys (person, wrapped, minted_at_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql destroy{
    "privacy.destroy_person_key",
    "UPDATE privacy_keys SET wrapped = NULL, destroyed_at_us = $2 WHERE person = $1 AND wrapped IS NOT NULL"};

}  // namespace

std::optional<PersonKeyRow> find_person_key(db::Tx& tx, PersonId person) {
  return tx.one(
      find,
      [](db::Row const& row) { return PersonKeyRow{row.is_null(0) ? std::nullopt : std::optional(row.blob(0))}; },
      person);
}

bool insert_person_key(db::Tx& tx, PersonId person, db::Bytes const& wrapped, Instant now) {
  return tx.execute(insert, person, wrapped, now) == 1;
}

void destroy_person_key(db::Tx& tx, PersonId person, Instant now) { tx.execute(destroy, person, now); }

}  // namespace kelisim::privacy::store
