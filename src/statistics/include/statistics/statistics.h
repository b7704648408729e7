#pragma once

#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"
#include "terms/brand.h"

/// Anonymised figures about the clients, published by an administrator.
namespace kelisim::statistics {

/// All of it outlives the routes.
struct Parts {
  terms::Brand const& brand;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
};

/// GET /v1/statistics for anyone, POST /v1/staff/statistics for administrators.
void add_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::statistics
