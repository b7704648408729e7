#pragma once

#include "identity/people.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"

/// Notes from one shift of the staff to the next.
namespace kelisim::handover {

/// All of it outlives the routes.
struct Parts {
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  identity::People const& people;
  Random& random;
};

/// GET|POST /v1/staff/handover-notes, POST /v1/staff/handover-notes/{id}/taking.
void add_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::handover
