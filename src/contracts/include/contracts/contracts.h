#pragma once

#include "identity/people.h"
#include "notify/notifier.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/keys.h"
#include "privacy/vault.h"
#include "scheduling/scheduling.h"
#include "terms/brand.h"
#include "terms/decisions.h"

#include <functional>
#include <string>

/// The contract of one client with the business: breaches of the offer and what follows them, restrictions, its end.
/// Nothing here is done by the server on its own: every deed has somebody who answers for it.
namespace kelisim::contracts {

/// What the use cases of the room work with. Everything outlives the routes.
struct Parts {
  terms::Brand const& brand;
  privacy::ServerKeys const& keys;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  identity::People const& people;
  notify::Notifier const& notifier;
  scheduling::Parts const& scheduling;
  Random& random;
  /// Told the public id of a sign-in session after the commit that ended it: closes its sockets. Must not throw.
  std::function<void(std::string const&)> session_ended = {};
};

/// The client's contract with its end, the specialist's report, the desk of breaches, restrictions and ends. The
/// parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

/// Kinds `contracts.breach`, `contracts.demand`, `contracts.restriction`, `contracts.lift`, `contracts.end`.
void add_replays(terms::Replayer& replayer);

}  // namespace kelisim::contracts
