#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <optional>

namespace kelisim::privacy::store {

struct PersonKeyRow {
  std::optional<db::Bytes> wrapped;  ///< none: destroyed
};

[[nodiscard]] std::optional<PersonKeyRow> find_person_key(db::Tx& tx, PersonId person);
/// False when the person has a row already, live or destroyed.
[[nodiscard]] bool insert_person_key(db::Tx& tx, PersonId person, db::Bytes const& wrapped, Instant now);
void destroy_person_key(db::Tx& tx, PersonId person, Instant now);

}  // namespace kelisim::privacy::store
