#pragma once

#include "crisis/crisis.h"

#include <vector>

namespace kelisim::crisis::store {

struct AlertRow {
  AlertId id;
  AlertKind kind;
  PersonId person;
  std::optional<PersonId> specialist;
  std::int64_t duty_told;
  Instant raised_at;
};
void insert(db::Tx& tx, AlertRow const& alert);
/// Of one person, since and with that instant.
[[nodiscard]] std::int64_t count_since(db::Tx& tx, PersonId person, Instant since);
/// Newest first.
[[nodiscard]] std::vector<AlertRow> newest(db::Tx& tx, int limit);

}  // namespace kelisim::crisis::store
