#pragma once

#include "identity/people.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"
#include "terms/brand.h"

/// What clients say after a session, and what may be made of it.
namespace kelisim::reviews {

/// All of it outlives the routes.
struct Parts {
  terms::Brand const& brand;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  identity::People const& people;
  Random& random;
};

/// The client's feedback, the public testimonies, the desk of administrators. The parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::reviews
