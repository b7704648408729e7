#pragma once

#include "identity/people.h"
#include "platform/db/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::identity::store {

struct PersonRow {
  Person person;
  db::Bytes phone;                 ///< sealed
  std::optional<db::Bytes> email;  ///< sealed
  std::optional<db::Bytes> name;   ///< sealed
};

[[nodiscard]] std::optional<PersonRow> find_person(db::Tx& tx, PersonId person);
[[nodiscard]] std::optional<PersonRow> find_person_by_phone(db::Tx& tx, db::Bytes const& phone_hash);
/// Oldest first.
/// Who is not blocked.
[[nodiscard]] std::vector<PersonRow> of_role(db::Tx& tx, Role role, int limit);
[[nodiscard]] std::vector<PersonRow> everybody(db::Tx& tx, int limit);

/// False when somebody has this number.
[[nodiscard]] bool insert_person(db::Tx& tx, PersonRow const& row, db::Bytes const& phone_hash);
void update_settings(db::Tx& tx, PersonId person, std::string_view language, std::string_view zone);
void set_email(db::Tx& tx, PersonId person, std::optional<db::Bytes> const& email);
/// False when it was so already.
[[nodiscard]] bool block_person(db::Tx& tx, PersonId person, PersonId by, Instant now);
[[nodiscard]] bool unblock_person(db::Tx& tx, PersonId person);
[[nodiscard]] bool close_person(db::Tx& tx, PersonId person, Instant now);
[[nodiscard]] bool reopen_person(db::Tx& tx, PersonId person);

void insert_declaration(db::Tx& tx, PersonId person, std::string_view what, Instant now);

}  // namespace kelisim::identity::store
