#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <optional>
#include <string>

namespace kelisim::identity::store {

struct Registration {
  PersonId person;
  db::Bytes phone_hash;
  db::Bytes phone;  ///< sealed
  std::string offer_version;
  std::string offer_hash;
  std::string language;
  Instant asked_at;
};

void insert_registration(db::Tx& tx, Registration const& registration);
[[nodiscard]] std::optional<Registration> find_registration(db::Tx& tx, PersonId person);
/// False when there was none.
bool delete_registration(db::Tx& tx, PersonId person);

}  // namespace kelisim::identity::store
