#include "store/notes.h"

namespace kelisim::handover::store {
namespace {

constexpr std::string_view last_id = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";

#define NOTE_COLUMNS "n.id, n.about, n.body, n.written_by, n.written_at_us, t.taken_by, t.taken_at_us"
#define NOTE_TABLES " FROM handover_notes n LEFT JOIN handover_takings t ON t.note = n.id"

constexpr db::Sql insert_row{"handover.insert_note",
                             "INSERT INTO handover_notes (id, about, body, written_by, written_at_us)"
                             " VALUES ($1, $2, $3, $4, $5)"};
constexpr db::Sql insert_taking{"handover.take_note",
                                "INSERT INTO handover_takings (note, taken_by, taken_at_us) VALUES ($1, $2, $3)"
                                " ON CONFLICT DO NOTHING"};
constexpr db::Sql select_one{"handover.find_note", "SELECT " NOTE_COLUMNS NOTE_TABLES " WHERE n.id = $1"};
constexpr db::Sql select_all{"handover.list_notes",
                             "SELECT " NOTE_COLUMNS NOTE_TABLES " WHERE n.id < $1 ORDER BY n.id DESC LIMIT $2"};
constexpr db::Sql select_about{"handover.notes_about",
                               "SELECT " NOTE_COLUMNS NOTE_TABLES
                               " WHERE n.about = $1 AND n.id < $2 ORDER BY n.id DESC LIMIT $3"};

#undef NOTE_COLUMNS
#undef NOTE_TABLES

std::optional<PersonId> maybe_person(db::Row const& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.id<PersonId>(column));
}

Note read_note(db::Row const& row) {
  return {.id = row.id<NoteId>(0),
          .about = maybe_person(row, 1),
          .body = row.blob(2),
          .written_by = row.id<PersonId>(3),
          .written_at = row.instant(4),
          .taken_by = maybe_person(row, 5),
          .taken_at = row.maybe_instant(6)};
}

}  // namespace

void insert_note(db::Tx& tx, Note const& note) {
  tx.execute(insert_row, note.id, note.about, note.body, note.written_by, note.written_at);
}

std::optional<Note> find_note(db::Tx& tx, NoteId id) { return tx.one(select_one, read_note, id); }

bool take_note(db::Tx& tx, NoteId id, PersonId by, Instant now) {
  return tx.execute(insert_taking, id, by, now) == 1;
}

std::vector<Note> list_notes(db::Tx& tx, std::optional<NoteId> before, int limit) {
  return tx.all(select_all, read_note, before ? before->view() : last_id, limit);
}

std::vector<Note> notes_about(db::Tx& tx, PersonId about, std::optional<NoteId> before, int limit) {
  return tx.all(select_about, read_note, about, before ? before->view() : last_id, limit);
}

}  // namespace kelisim::handover::store
