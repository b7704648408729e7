#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <optional>

namespace kelisim::identity::store {

struct TotpRow {
  db::Bytes secret;        ///< sealed
  std::int64_t last_step;  ///< the last one that was used; −1 before the first
};

void insert_totp(db::Tx& tx, PersonId person, db::Bytes const& secret, Instant now);
[[nodiscard]] std::optional<TotpRow> find_totp(db::Tx& tx, PersonId person);
/// False when a step as late as this one was used before.
[[nodiscard]] bool use_totp_step(db::Tx& tx, PersonId person, std::int64_t step);

}  // namespace kelisim::identity::store
