#pragma once

#include "platform/db/value.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "terms/brand.h"

#include <functional>

namespace kelisim::terms {

/// What the routes work with; all of it outlives them.
struct RouteParts {
  Brand const& brand;
  Random& random;
  bool sandbox;
  /// Seals what proves the session of an acceptance (address, browser) for the calling person.
  std::function<db::Bytes(http::Call&)> seal_evidence;
};

/// GET /v1/brand, /v1/offers, /v1/offers/{document}/{version}, …/text; GET and POST /v1/me/acceptances;
/// POST /v1/staff/offers; GET /v1/staff/decisions.
void add_routes(http::Routes& routes, RouteParts const& parts);

}  // namespace kelisim::terms
