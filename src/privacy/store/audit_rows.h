#pragma once

#include "platform/db/tx.h"
#include "privacy/audit.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace kelisim::privacy::store {

struct AuditHead {
  std::int64_t seq;
  db::Bytes hash;
};

/// Takes the next number; `hash` is still that of the row before. On PostgreSQL the head stays locked until the
/// transaction ends.
[[nodiscard]] AuditHead advance_audit_head(db::Tx& tx);
void insert_audit_row(db::Tx& tx, AuditRow const& row);
void set_audit_head(db::Tx& tx, db::Bytes const& hash);

/// Nothing when somebody has removed it.
[[nodiscard]] std::optional<AuditHead> read_audit_head(db::Tx& tx);
/// Rows above `after` in order of number, at most `limit`.
[[nodiscard]] std::vector<AuditRow> audit_rows_after(db::Tx& tx, std::int64_t after, int limit);
[[nodiscard]] std::vector<AuditRow> newest_audit_rows(db::Tx& tx, Audit::Page const& page);

}  // namespace kelisim::privacy::store
