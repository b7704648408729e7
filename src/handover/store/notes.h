#pragma once

#include "kernel/id.h"
#include "platform/db/tx.h"

#include <optional>
#include <vector>

namespace kelisim::handover {

using NoteId = Id<struct HandoverNoteTag>;

struct Note {
  NoteId id;
  std::optional<PersonId> about;
  db::Bytes body;  ///< sealed with the key of keeper()
  PersonId written_by;
  Instant written_at;
  std::optional<PersonId> taken_by;
  std::optional<Instant> taken_at;

  [[nodiscard]] PersonId keeper() const { return about.value_or(written_by); }
};

namespace store {

void insert_note(db::Tx& tx, Note const& note);
[[nodiscard]] std::optional<Note> find_note(db::Tx& tx, NoteId id);
/// False when somebody had taken it over.
bool take_note(db::Tx& tx, NoteId id, PersonId by, Instant now);
/// Newest first; about nobody in particular and about anybody.
[[nodiscard]] std::vector<Note> list_notes(db::Tx& tx, std::optional<NoteId> before, int limit);
/// The same, about this person alone.
[[nodiscard]] std::vector<Note> notes_about(db::Tx& tx, PersonId about, std::optional<NoteId> before, int limit);

}  // namespace store
}  // namespace kelisim::handover
