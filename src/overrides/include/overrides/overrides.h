#pragma once

#include "notify/notifier.h"
#include "orders/orders.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"
#include "terms/brand.h"
#include "terms/decisions.h"

/// What staff grant against a clause, with reasons and, above a sum, with a second person.
namespace kelisim::overrides {

/// What the use cases of the room work with. Everything outlives the routes.
struct Parts {
  terms::Brand const& brand;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  notify::Notifier const& notifier;
  orders::Orders& orders;
  Random& random;
};

/// POST /v1/staff/bookings/{id}/overrides; GET /v1/staff/overrides, /v1/staff/overrides/{id}; POST
/// /v1/staff/overrides/{id}/finding. The parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

/// Kinds `overrides.request` and `overrides.finding`.
void add_replays(terms::Replayer& replayer);

}  // namespace kelisim::overrides
