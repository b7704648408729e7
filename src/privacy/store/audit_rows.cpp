#include "store/audit_rows.h"

#include <limits>

namespace kelisim::privacy::store {
namespace {

constexpr db::Sql advance{"privacy.advance_audit_head",
                          "UPDATE privacy_audit_head SET seq = seq + 1 WHERE one = 1 RETURNING seq, hash"};
constexpr db::Sql set_head{"privacy.set_audit_head", "UPDATE privacy_audit_head SET hash = $1 WHERE one = 1"};
constexpr db::Sql head{"privacy.audit_head", "SELECT seq, hash FROM privacy_audit_head WHERE one = 1"};
constexpr db::Sql insert{
    "privacy.insert_audit_row",
    "INSERT INTO privacy_audit (seq, at_us, action, actor, subject, object, purpose, sealed, previous_hash, hash)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr db::Sql after_number{
    "privacy.audit_rows_after",
    "SELECT seq, at_us, action, actor, subject, object, purpose, sealed, previous_hash, hash FROM privacy_audit"
    " WHERE seq > $1 ORDER BY seq LIMIT $2"};
constexpr db::Sql newest{
    "privacy.newest_audit_rows",
    "SELECT seq, at_us, action, actor, subject, object, purpose, sealed, previous_hash, hash FROM privacy_audit"
    " WHERE seq < $1 ORDER BY seq DESC LIMIT $2"};
constexpr db::Sql newest_of_subject{
    "privacy.newest_audit_rows_of_subject",
    "SELECT seq, at_us, action, actor, subject, object, purpose, sealed, previous_hash, hash FROM privacy_audit"
    " WHERE subject = $3 AND seq < $1 ORDER BY seq DESC LIMIT $2"};

AuditHead read_head(db::Row const& row) { return {row.integer(0), row.blob(1)}; }

AuditRow read(db::Row const& row) {
  return {.seq = row.integer(0),
          .at = row.instant(1),
          .action = row.str(2),
          .actor = row.maybe_str(3),
          .subject = row.maybe_str(4),
          .object = row.str(5),
          .purpose = row.maybe_str(6),
          .sealed = row.blob(7),
          .previous_hash = row.blob(8),
          .hash = row.blob(9)};
}

}  // namespace

AuditHead advance_audit_head(db::Tx& tx) {
  auto const found = tx.one(advance, read_head);
  ENSURE(found.has_value());
  return *found;
}

void insert_audit_row(db::Tx& tx, AuditRow const& row) {
  tx.execute(insert, row.seq, row.at, row.action, row.actor, row.subject, row.object, row.purpose, row.sealed,
             row.previous_hash, row.hash);
}

void set_audit_head(db::Tx& tx, db::Bytes const& hash) { tx.execute(set_head, hash); }

std::optional<AuditHead> read_audit_head(db::Tx& tx) { return tx.one(head, read_head); }

std::vector<AuditRow> audit_rows_after(db::Tx& tx, std::int64_t after, int limit) {
  return tx.all(after_number, read, after, limit);
}

std::vector<AuditRow> newest_audit_rows(db::Tx& tx, Audit::Page const& page) {
  auto const before = page.before.value_or(std::numeric_limits<std::int64_t>::max());
  if (page.subject) return tx.all(newest_of_subject, read, before, page.limit, *page.subject);
  return tx.all(newest, read, before, page.limit);
}

}  // namespace kelisim::privacy::store
