#pragma once

#include "kernel/id.h"
#include "platform/db/tx.h"

#include <vector>

namespace kelisim::identity::store {

/// Clients whose address has this hash and is still the one that it was made of.
[[nodiscard]] std::vector<PersonId> clients_with_hash(db::Tx& tx, db::Bytes const& hash, int limit);

struct SealedEmail {
  PersonId person;
  db::Bytes sealed;
};
/// Addresses that have no hash, or one of another address. Reads every row of people.
[[nodiscard]] std::vector<SealedEmail> emails_to_index(db::Tx& tx, int limit);
void put_email_hash(db::Tx& tx, SealedEmail const& email, db::Bytes const& hash);

}  // namespace kelisim::identity::store
