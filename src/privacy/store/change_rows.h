#pragma once

#include "platform/db/tx.h"
#include "privacy/changes.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::privacy::store {

/// `row.number` is given by the database.
void insert_change(db::Tx& tx, ChangeOnRecord const& row);
/// What this field was noted to be the last time.
[[nodiscard]] std::optional<std::string> last_value(db::Tx& tx, std::string_view object, std::string_view field);
/// Newest first.
[[nodiscard]] std::vector<ChangeOnRecord> changes_of(db::Tx& tx, std::string_view object, int limit);
/// Above `after`, up to `upto`, in their order.
[[nodiscard]] std::vector<ChangeOnRecord> changes_between(db::Tx& tx, std::int64_t after, std::int64_t upto);
/// The last one noted of an instant before `before`; 0: none.
[[nodiscard]] std::int64_t last_change_before(db::Tx& tx, Instant before);

/// The last whose hash is in the audit chain; 0: none.
[[nodiscard]] std::int64_t last_sealed(db::Tx& tx);
void insert_seal(db::Tx& tx, std::int64_t upto, std::int64_t audit_row);
struct Seal {
  std::int64_t upto;
  std::optional<std::string> text;  ///< of the row of the audit chain
  std::optional<std::string> action;
};
/// In their order.
[[nodiscard]] std::vector<Seal> seals(db::Tx& tx);

}  // namespace kelisim::privacy::store
