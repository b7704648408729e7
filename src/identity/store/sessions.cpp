#include "store/sessions.h"

#include "store/words.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql insert{
    "identity.insert_session",
    "INSERT INTO identity_sessions (id, token_hash, person, evidence, opened_at_us, used_at_us, expires_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr db::Sql holder{"identity.find_holder",
                         "SELECT s.id, s.person, p.role, s.used_at_us, s.expires_at_us, p.blocked_at_us"
                         " FROM identity_sessions s JOIN identity_people p ON p.id = s.person"
                         " WHERE s.token_hash = $1 AND s.ended_at_us IS NULL"};
constexpr db::Sql person_of{"identity.person_of_session", "SELECT person FROM identity_sessions WHERE id = $1"};
constexpr db::Sql live{"identity.live_sessions",
                       "SELECT id, person, evidence, opened_at_us, used_at_us, expires_at_us FROM identity_sessions"
                       " WHERE person = $1 AND ended_at_us IS NULL AND expires_at_us > $2"
                       " ORDER BY opened_at_us DESC, id DESC"};
constexpr db::Sql end{"identity.end_session",
                      "UPDATE identity_sessions SET ended_at_us = $4, ended_by = $3"
                      " WHERE id = $2 AND person = $1 AND ended_at_us IS NULL AND expires_at_us > $4"};
constexpr db::Sql note{"identity.note_session_use",
                       "UPDATE identity_sessions SET used_at_us = $2 WHERE id = $1 AND used_at_us < $2"};
constexpr db::Sql sweep{"identity.sweep_sessions", "DELETE FROM identity_sessions WHERE expires_at_us <= $1"};

}  // namespace

void insert_session(db::Tx& tx, SessionRow const& row, db::Bytes const& token_hash) {
  tx.execute(insert, row.id, token_hash, row.person, row.evidence, row.opened_at, row.used_at, row.expires_at);
}

std::optional<Holder> find_holder(db::Tx& tx, db::Bytes const& token_hash) {
  return tx.one(
      holder,
      [](db::Row const& row) {
        return Holder{.id = row.id<SessionId>(0),
                      .person = row.id<PersonId>(1),
                      .role = parse_role(row.text(2)),
                      .used_at = row.instant(3),
                      .expires_at = row.instant(4),
                      .blocked = !row.is_null(5)};
      },
      token_hash);
}

std::optional<PersonId> person_of_session(db::Tx& tx, SessionId id) {
  return tx.one(person_of, [](db::Row const& row) { return row.id<PersonId>(0); }, id);
}

std::vector<SessionRow> live_sessions(db::Tx& tx, PersonId person, Instant now) {
  return tx.all(
      live,
      [](db::Row const& row) {
        return SessionRow{.id = row.id<SessionId>(0),
                          .person = row.id<PersonId>(1),
                          .evidence = row.blob(2),
                          .opened_at = row.instant(3),
                          .used_at = row.instant(4),
                          .expires_at = row.instant(5)};
      },
      person, now);
}

bool end_session(db::Tx& tx, PersonId person, SessionId id, std::string_view ended_by, Instant now) {
  return tx.execute(end, person, id, ended_by, now) == 1;
}

void note_session_use(db::Tx& tx, SessionId id, Instant used_at) { tx.execute(note, id, used_at); }

void sweep_sessions(db::Tx& tx, Instant expired_before) { tx.execute(sweep, expired_before); }

}  // namespace kelisim::identity::store
