#pragma once

#include "platform/http/routes.h"

namespace kelisim::obligations {

/// GET /v1/staff/obligations, /v1/staff/obligations/days: the board of promises. GET /v1/me/obligations: what is owed
/// to the caller.
void add_routes(http::Routes& routes);

}  // namespace kelisim::obligations
