#include "store/files.h"

#include "store/words.h"

namespace kelisim::claims::store {
namespace {

#define FILE_COLUMNS                                                                             \
  "id, case_id, number, by_person, name, size_bytes, state, kind, refused, kept_bytes, sha256, " \
  "begun_at_us, ended_at_us, outage, whole_at_us, text"

constexpr db::Sql next_number{"claims.next_file_number",
                              "SELECT COALESCE(max(number), 0) + 1 FROM claims_files"
                              " WHERE case_id = $1 OR outage = $2"};
constexpr db::Sql insert_row{
    "claims.insert_file",
    "INSERT INTO claims_files (id, case_id, number, by_person, name, size_bytes, state, begun_at_us, outage, text)"
    " VALUES ($1, $2, $3, $4, $5, $6, 'coming', $7, $8, $9)"};
constexpr db::Sql select_file{"claims.select_file", "SELECT " FILE_COLUMNS " FROM claims_files WHERE id = $1"};
constexpr db::Sql select_files{"claims.select_files",
                               "SELECT " FILE_COLUMNS " FROM claims_files WHERE case_id = $1 ORDER BY number"};
constexpr db::Sql select_of_outage{"claims.select_files_of_outage",
                                   "SELECT " FILE_COLUMNS " FROM claims_files WHERE outage = $1 ORDER BY number"};
constexpr db::Sql insert_part_row{"claims.insert_file_part",
                                  "INSERT INTO claims_file_parts (file, number, size_bytes, body)"
                                  " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
constexpr db::Sql sum_parts{"claims.sum_file_parts",
                            "SELECT count(*), CAST(COALESCE(sum(size_bytes), 0) AS BIGINT) FROM claims_file_parts"
                            " WHERE file = $1"};
constexpr db::Sql select_parts{"claims.select_file_parts",
                               "SELECT body FROM claims_file_parts WHERE file = $1 ORDER BY number"};
constexpr db::Sql delete_parts{"claims.delete_file_parts", "DELETE FROM claims_file_parts WHERE file = $1"};
constexpr db::Sql update_whole{"claims.set_file_whole",
                               "UPDATE claims_files SET state = 'whole', whole_at_us = $2"
                               " WHERE id = $1 AND state = 'coming'"};
constexpr db::Sql update_kept{"claims.set_file_kept",
                              "UPDATE claims_files SET state = 'kept', kind = $2, kept_bytes = $3, sha256 = $4,"
                              " ended_at_us = $5 WHERE id = $1 AND state = 'whole'"};
constexpr db::Sql update_refused{"claims.set_file_refused",
                                 "UPDATE claims_files SET state = 'refused', refused = $2, ended_at_us = $3"
                                 " WHERE id = $1 AND state = 'whole'"};
constexpr db::Sql delete_coming_parts{"claims.delete_coming_file_parts",
                                      "DELETE FROM claims_file_parts WHERE file IN"
                                      " (SELECT id FROM claims_files WHERE id = $1 AND state = 'coming')"};
constexpr db::Sql delete_coming{"claims.delete_coming_file",
                                "DELETE FROM claims_files WHERE id = $1 AND state = 'coming'"};
constexpr db::Sql insert_body_row{"claims.insert_file_body",
                                  "INSERT INTO claims_file_bodies (file, body) VALUES ($1, $2)"};
constexpr db::Sql select_body{"claims.select_file_body", "SELECT body FROM claims_file_bodies WHERE file = $1"};

#undef FILE_COLUMNS

CaseFile read_file(db::Row const& row) {
  CaseFile found{.id = row.id<FileId>(0),
                 .of = std::nullopt,
                 .number = static_cast<int>(row.integer(2)),
                 .by = row.id<PersonId>(3),
                 .name = row.blob(4),
                 .size_bytes = row.integer(5),
                 .state = read_word<FileState>(row.str(6)),
                 .kind = std::nullopt,
                 .refused = std::nullopt,
                 .kept_bytes = std::nullopt,
                 .sha256 = row.maybe_str(10),
                 .begun_at = row.instant(11),
                 .ended_at = row.maybe_instant(12),
                 .whole_at = row.maybe_instant(14),
                 .text = row.maybe_str(15)};
  if (!row.is_null(1)) found.of = row.id<CaseId>(1);
  if (!row.is_null(13)) found.outage = row.id<scheduling::OutageId>(13);
  if (!row.is_null(7)) found.kind = read_word<FileKind>(row.str(7));
  if (!row.is_null(8)) found.refused = read_word<FileRefusal>(row.str(8));
  if (!row.is_null(9)) found.kept_bytes = row.integer(9);
  return found;
}

}  // namespace

void insert_file(db::Tx& tx, CaseFile& made) {
  made.number =
      static_cast<int>(*tx.one(next_number, [](db::Row const& row) { return row.integer(0); }, made.of, made.outage));
  tx.execute(insert_row, made.id, made.of, made.number, made.by, made.name, made.size_bytes, made.begun_at,
             made.outage, made.text);
}

std::optional<CaseFile> find_file(db::Tx& tx, FileId id) { return tx.one(select_file, read_file, id); }

std::vector<CaseFile> files_of(db::Tx& tx, CaseId of) { return tx.all(select_files, read_file, of); }

std::vector<CaseFile> files_of(db::Tx& tx, scheduling::OutageId outage) {
  return tx.all(select_of_outage, read_file, outage);
}

bool insert_part(db::Tx& tx, FileId of, std::int64_t number, std::int64_t size_bytes, db::Bytes const& body) {
  return tx.execute(insert_part_row, of, number, size_bytes, body) == 1;
}

Arrived arrived(db::Tx& tx, FileId of) {
  return *tx.one(sum_parts, [](db::Row const& row) { return Arrived{row.integer(0), row.integer(1)}; }, of);
}

std::vector<db::Bytes> parts_of_file(db::Tx& tx, FileId of) {
  return tx.all(select_parts, [](db::Row const& row) { return row.blob(0); }, of);
}

bool set_whole(db::Tx& tx, FileId id, Instant now) { return tx.execute(update_whole, id, now) == 1; }

void set_kept(db::Tx& tx, FileId id, Kept const& kept, Instant now) {
  ENSURE(tx.execute(update_kept, id, word(kept.kind), kept.bytes, kept.sha256, now) == 1);
  tx.execute(insert_body_row, id, kept.body);
  tx.execute(delete_parts, id);
}

void set_refused(db::Tx& tx, FileId id, FileRefusal why, Instant now) {
  ENSURE(tx.execute(update_refused, id, word(why), now) == 1);
  tx.execute(delete_parts, id);
}

void forget_coming(db::Tx& tx, FileId id) {
  tx.execute(delete_coming_parts, id);
  tx.execute(delete_coming, id);
}

std::optional<db::Bytes> body_of(db::Tx& tx, FileId id) {
  return tx.one(select_body, [](db::Row const& row) { return row.blob(0); }, id);
}

}  // namespace kelisim::claims::store
