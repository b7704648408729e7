#include "store/change_rows.h"

#include "kernel/ensure.h"

namespace kelisim::privacy::store {
namespace {

#define COLUMNS "seq, kind, object, field, actor, at_us, before, after, sealed_before, sealed_after"

constexpr db::Sql select_last{"privacy.select_last_change",
                              "SELECT after FROM privacy_changes WHERE object = $1 AND field = $2"
                              " ORDER BY seq DESC LIMIT 1"};
constexpr db::Sql insert_row{"privacy.insert_change",
                             "INSERT INTO privacy_changes (kind, object, field, actor, at_us, before, after,"
                             " sealed_before, sealed_after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr db::Sql select_of{"privacy.select_changes_of",
                            "SELECT " COLUMNS " FROM privacy_changes WHERE object = $1 ORDER BY seq DESC LIMIT $2"};
constexpr db::Sql select_between{"privacy.select_changes_between",
                                 "SELECT " COLUMNS " FROM privacy_changes WHERE seq > $1 AND seq <= $2 ORDER BY seq"};
constexpr db::Sql select_upto{"privacy.select_changes_upto",
                              "SELECT seq FROM privacy_changes WHERE at_us < $1"
                              " ORDER BY seq DESC LIMIT 1"};
constexpr db::Sql select_sealed{"privacy.select_changes_sealed",
                                "SELECT coalesce(max(upto), 0) FROM privacy_change_seals"};
constexpr db::Sql insert_seal_row{"privacy.insert_change_seal",
                                  "INSERT INTO privacy_change_seals (upto, audit_seq) VALUES ($1, $2)"};
constexpr db::Sql select_seals{
    "privacy.select_change_seals",
    "SELECT s.upto, a.object, a.action FROM privacy_change_seals s LEFT JOIN privacy_audit a"
    " ON a.seq = s.audit_seq ORDER BY s.upto"};

#undef COLUMNS

std::int64_t number(db::Row const& row) { return row.integer(0); }

ChangeOnRecord read_change(db::Row const& row) {
  return {.number = row.integer(0),
          .kind = row.str(1),
          .object = row.str(2),
          .field = row.str(3),
          .actor = row.is_null(4) ? std::nullopt : std::optional(row.id<PersonId>(4)),
          .at = row.instant(5),
          .before = row.maybe_str(6),
          .after = row.maybe_str(7),
          .sealed_before = row.blob(8),
          .sealed_after = row.blob(9)};
}

}  // namespace

void insert_change(db::Tx& tx, ChangeOnRecord const& row) {
  tx.execute(insert_row, row.kind, row.object, row.field, row.actor, row.at, row.before, row.after, row.sealed_before,
             row.sealed_after);
}

std::optional<std::string> last_value(db::Tx& tx, std::string_view object, std::string_view field) {
  return tx.one(select_last, [](db::Row const& row) { return row.str(0); }, object, field);
}

std::vector<ChangeOnRecord> changes_of(db::Tx& tx, std::string_view object, int limit) {
  return tx.all(select_of, read_change, object, limit);
}

std::vector<ChangeOnRecord> changes_between(db::Tx& tx, std::int64_t after, std::int64_t upto) {
  return tx.all(select_between, read_change, after, upto);
}

std::int64_t last_change_before(db::Tx& tx, Instant before) {
  return tx.one(select_upto, number, before).value_or(0);
}

std::int64_t last_sealed(db::Tx& tx) { return tx.one(select_sealed, number).value_or(0); }

void insert_seal(db::Tx& tx, std::int64_t upto, std::int64_t audit_row) {
  ENSURE(tx.execute(insert_seal_row, upto, audit_row) == 1);
}

std::vector<Seal> seals(db::Tx& tx) {
  return tx.all(select_seals,
                [](db::Row const& row) { return Seal{row.integer(0), row.maybe_str(1), row.maybe_str(2)}; });
}

}  // namespace kelisim::privacy::store
