#pragma once

#include "platform/db/tx.h"
#include "privacy/disclosures.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::privacy {

using DisclosureId = Id<struct DisclosureTag>;

namespace store {

struct DisclosureRow {
  DisclosureId id;
  PersonId person;
  Ground ground;
  db::Bytes recipient;
  db::Bytes basis;
  std::string what;
  PersonId registered_by;
  Instant registered_at;
  Consent consent = Consent::none;
  std::optional<Instant> answered_at = std::nullopt;
  std::optional<PersonId> made_by = std::nullopt;
  std::optional<Instant> made_at = std::nullopt;
};

void insert_disclosure(db::Tx& tx, DisclosureRow const& row);
/// False when it was answered before.
bool insert_answer(db::Tx& tx, DisclosureId id, bool consents, Instant now);
/// False when it was made before.
bool insert_made(db::Tx& tx, DisclosureId id, PersonId by, std::string_view clause, Instant now);
[[nodiscard]] std::optional<DisclosureRow> find_disclosure(db::Tx& tx, DisclosureId id);
/// Newest first, at most `limit`.
[[nodiscard]] std::vector<DisclosureRow> disclosures_of(db::Tx& tx, PersonId person, int limit);

}  // namespace store
}  // namespace kelisim::privacy
