#pragma once

#include "identity/people.h"
#include "platform/http/routes.h"
#include "privacy/audit.h"

namespace kelisim::server {

/// Both outlive the routes.
struct TimelineParts {
  identity::People const& people;
  privacy::Audit const& audit;
};

/// GET /v1/staff/people/{id}/timeline: everything there was with one person, the newest first, each entry with its
/// clause. Reading it needs a purpose and leaves an audit row that the person sees.
void add_timeline_route(http::Routes& routes, TimelineParts const& parts);

}  // namespace kelisim::server
