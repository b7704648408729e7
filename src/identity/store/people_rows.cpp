#include "store/people_rows.h"

#include "store/words.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql by_id{
    "identity.find_person",
    "SELECT id, role, phone, email, name, language, zone, created_at_us, blocked_at_us, closed_at_us"
    " FROM identity_people WHERE id = $1"};
constexpr db::Sql by_phone{
    "identity.find_person_by_phone",
    "SELECT id, role, phone, email, name, language, zone, created_at_us, blocked_at_us, closed_at_us"
    " FROM identity_people WHERE phone_hash = $1"};
constexpr db::Sql all_people{
    "identity.everybody",
    "SELECT id, role, phone, email, name, language, zone, created_at_us, blocked_at_us, closed_at_us"
    " FROM identity_people ORDER BY id LIMIT $1"};
constexpr db::Sql active_of_role{
    "identity.active_of_role",
    "SELECT id, role, phone, email, name, language, zone, created_at_us, blocked_at_us, closed_at_us"
    " FROM identity_people WHERE role = $1 AND blocked_at_us IS NULL ORDER BY id LIMIT $2"};
constexpr db::Sql insert{
    "identity.insert_person",
    "INSERT INTO identity_people (id, role, phone_hash, phone, email, name, language, zone, created_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (phone_hash) DO NOTHING"};
constexpr db::Sql settings{"identity.update_settings",
                           "UPDATE identity_people SET language = $2, zone = $3 WHERE id = $1"};
constexpr db::Sql address{"identity.set_email", "UPDATE identity_people SET email = $2 WHERE id = $1"};
constexpr db::Sql block{
    "identity.block_person",
    "UPDATE identity_people SET blocked_at_us = $3, blocked_by = $2 WHERE id = $1 AND blocked_at_us IS NULL"};
constexpr db::Sql unblock{"identity.unblock_person",
                          "UPDATE identity_people SET blocked_at_us = NULL, blocked_by = NULL"
                          " WHERE id = $1 AND blocked_at_us IS NOT NULL"};
constexpr db::Sql close_account{"identity.close_person",
                                "UPDATE identity_people SET closed_at_us = $2"
                                " WHERE id = $1 AND closed_at_us IS NULL"};
constexpr db::Sql reopen{"identity.reopen_person",
                         "UPDATE identity_people SET closed_at_us = NULL WHERE id = $1 AND closed_at_us IS NOT NULL"};
constexpr db::Sql declare{"identity.insert_declaration",
                          "INSERT INTO identity_declarations (person, what, declared_at_us) VALUES ($1, $2, $3)"};

std::optional<db::Bytes> maybe_blob(db::Row const& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.blob(column));
}

PersonState state_of(db::Row const& row) {
  if (!row.is_null(8)) return PersonState::blocked;
  return row.is_null(9) ? PersonState::active : PersonState::closed;
}

PersonRow read(db::Row const& row) {
  auto zone = Zone::load(row.text(6));
  ENSURE(zone.has_value());
  return {.person = {.id = row.id<PersonId>(0),
                     .role = parse_role(row.text(1)),
                     .state = state_of(row),
                     .language = row.str(5),
                     .zone = *zone,
                     .created_at = row.instant(7)},
          .phone = row.blob(2),
          .email = maybe_blob(row, 3),
          .name = maybe_blob(row, 4)};
}

}  // namespace

std::optional<PersonRow> find_person(db::Tx& tx, PersonId person) { return tx.one(by_id, read, person); }

std::optional<PersonRow> find_person_by_phone(db::Tx& tx, db::Bytes const& phone_hash) {
  return tx.one(by_phone, read, phone_hash);
}

std::vector<PersonRow> of_role(db::Tx& tx, Role role, int limit) {
  return tx.all(active_of_role, read, role_text(role), limit);
}

std::vector<PersonRow> everybody(db::Tx& tx, int limit) { return tx.all(all_people, read, limit); }

bool insert_person(db::Tx& tx, PersonRow const& row, db::Bytes const& phone_hash) {
  auto const& person = row.person;
  return tx.execute(insert, person.id, role_text(person.role), phone_hash, row.phone, row.email, row.name,
                    person.language, person.zone.name(), person.created_at) == 1;
}

void update_settings(db::Tx& tx, PersonId person, std::string_view language, std::string_view zone) {
  tx.execute(settings, person, language, zone);
}

void set_email(db::Tx& tx, PersonId person, std::optional<db::Bytes> const& email) {
  tx.execute(address, person, email);
}

bool block_person(db::Tx& tx, PersonId person, PersonId by, Instant now) {
  return tx.execute(block, person, by, now) == 1;
}

bool unblock_person(db::Tx& tx, PersonId person) { return tx.execute(unblock, person) == 1; }

bool close_person(db::Tx& tx, PersonId person, Instant now) { return tx.execute(close_account, person, now) == 1; }

bool reopen_person(db::Tx& tx, PersonId person) { return tx.execute(reopen, person) == 1; }

void insert_declaration(db::Tx& tx, PersonId person, std::string_view what, Instant now) {
  tx.execute(declare, person, what, now);
}

}  // namespace kelisim::identity::store
