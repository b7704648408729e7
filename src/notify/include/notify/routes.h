#pragma once

#include "notify/notifier.h"
#include "platform/http/routes.h"

namespace kelisim::notify {

/// GET /v1/notices, POST /v1/notices/{id}/reading, GET /v1/staff/outbox. `notifier` outlives the routes.
void add_routes(http::Routes& routes, Notifier const& notifier);

}  // namespace kelisim::notify
