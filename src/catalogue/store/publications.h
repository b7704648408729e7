#pragma once

#include "catalogue/specialist.h"
#include "platform/random.h"

namespace kelisim::catalogue::store {

/// False when the profile is published already.
bool insert_publication(db::Tx& tx, Random& random, PersonId specialist, std::optional<PersonId> by, Instant now);
/// False when there was no publication to withdraw.
bool withdraw_publication(db::Tx& tx, PersonId specialist, PersonId by, Instant now);

/// False when a price of that effective instant stands already.
bool insert_price(db::Tx& tx, PersonId specialist, Money price, Instant effective_at, std::optional<PersonId> by,
                  Instant now);

}  // namespace kelisim::catalogue::store
