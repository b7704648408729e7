#pragma once

#include "identity/code_sender.h"
#include "identity/settings.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/keys.h"
#include "privacy/vault.h"
#include "terms/brand.h"
#include "terms/decisions.h"

#include <boost/describe.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::identity {

class SessionAuthenticator;

/// A message of a session among the data of one of its two.
struct OwnMessage {
  std::string booking;
  bool own;                         ///< written by the person themselves
  std::optional<std::string> text;  ///< absent after an erasure
  Instant said_at;
};
BOOST_DESCRIBE_STRUCT(OwnMessage, (), (booking, own, text, said_at))

/// What identity works with. Made by wiring; outlives routes and jobs.
struct Parts {
  privacy::ServerKeys const& keys;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  Random& random;
  terms::Brand const& brand;
  Settings const& settings;
  CodeSender& sender;
  /// Told the public id of a sign-in session after the commit that ended it: closes its sockets. Must not throw.
  std::function<void(std::string const&)> session_ended = {};
  /// Whose thing bears this number (an order, a booking): the rooms above know. Nobody: no such number.
  std::function<std::optional<PersonId>(db::Tx&, std::string_view)> owner_of_number = {};
  /// What the rooms above keep of what was written in this person's sessions: newest first, at most so many.
  std::function<std::vector<OwnMessage>(db::Tx&, PersonId, int)> session_messages = {};
};

/// Registration, sign-in, sign-in sessions, /v1/me and /v1/staff/people.
void add_routes(http::Routes& routes, Parts const& parts);

/// `identity.purge_registration`, `identity.sweep` and `identity.note_use`.
void add_jobs(jobs::JobRunner& runner, Parts const& parts, SessionAuthenticator& authenticator);

/// What proves the session of the caller (address, browser), sealed for the caller's person.
[[nodiscard]] db::Bytes seal_evidence(http::Call& call, Parts const& parts);

/// `identity.registration`.
void add_replays(terms::Replayer& replayer);

}  // namespace kelisim::identity
