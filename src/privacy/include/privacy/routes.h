#pragma once

#include "platform/http/routes.h"
#include "privacy/audit.h"

namespace kelisim::privacy {

/// GET /v1/staff/audit. `audit` outlives the routes. (GET /v1/me/access-log names the readers: it is of identity.)
void add_routes(http::Routes& routes, Audit const& audit);

}  // namespace kelisim::privacy
