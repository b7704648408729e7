#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "store/sessions.h"
#include "use_cases/visit.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::identity {

struct OpenedSession {
  store::SessionId id;
  std::string token;                  ///< 256 bits; kept by us as a keyed hash only
  std::vector<std::string> replaced;  ///< public ids of sessions that ended by this sign-in
};

/// Always a new id and token: a session that came with the request ends, whoever planted it (I34). Beyond
/// `sessions_per_person` the oldest end too.
[[nodiscard]] OpenedSession open_session(db::Tx& tx, Parts const& parts, Person const& person, Visit const& visit);

struct SessionView {
  store::SessionId id;
  Instant opened_at;
  Instant used_at;
  Evidence evidence;
};
/// Newest first.
[[nodiscard]] std::vector<SessionView> list_sessions(db::Tx& tx, Parts const& parts, PersonId person, Instant now);

/// Ends every one and returns their public ids. `ended_by`: `person` or `block`.
[[nodiscard]] std::vector<std::string> end_all_sessions(db::Tx& tx, PersonId person, std::string_view ended_by,
                                                        Instant now);

[[nodiscard]] db::Bytes hash_token(privacy::ServerKeys const& keys, std::string_view token);
[[nodiscard]] db::Bytes seal_evidence(db::Tx& tx, Parts const& parts, PersonId person, Visit const& visit);

/// Support, finance and administrators: their sessions end by idleness. A specialist holds sessions of an hour in
/// which no request is made, and has the life of staff without it.
[[nodiscard]] bool idles_out(Role role);

}  // namespace kelisim::identity
