#pragma once

#include "platform/http/routes.h"
#include "terms/brand.h"

namespace kelisim::terms {

/// GET /v1/brand, /v1/offers, /v1/offers/{document}/{version}, …/text, /v1/me/acceptances, POST /v1/staff/offers.
/// `brand` outlives the routes.
void add_routes(http::Routes& routes, Brand const& brand, bool sandbox);

}  // namespace kelisim::terms
