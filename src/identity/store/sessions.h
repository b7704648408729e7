#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/http/access.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::identity::store {

using SessionId = Id<struct SessionTag>;

struct SessionRow {
  SessionId id;
  PersonId person;
  db::Bytes evidence;  ///< sealed
  Instant opened_at;
  Instant used_at;
  Instant expires_at;
};

/// What deciding on a token needs, its person included.
struct Holder {
  SessionId id;
  PersonId person;
  Role role;
  Instant used_at;
  Instant expires_at;
  bool blocked;
};

void insert_session(db::Tx& tx, SessionRow const& row, db::Bytes const& token_hash);
/// Of a session that was not ended.
[[nodiscard]] std::optional<Holder> find_holder(db::Tx& tx, db::Bytes const& token_hash);
/// Whose it was, live or not.
[[nodiscard]] std::optional<PersonId> person_of_session(db::Tx& tx, SessionId id);
/// Not ended and not outlived, newest first.
[[nodiscard]] std::vector<SessionRow> live_sessions(db::Tx& tx, PersonId person, Instant now);
/// False when it is no live session of this person.
[[nodiscard]] bool end_session(db::Tx& tx, PersonId person, SessionId id, std::string_view ended_by, Instant now);
/// Never back.
void note_session_use(db::Tx& tx, SessionId id, Instant used_at);
void sweep_sessions(db::Tx& tx, Instant expired_before);

}  // namespace kelisim::identity::store
