#pragma once

#include "platform/http/routes.h"

namespace kelisim::server {

/// GET /v1/staff/jobs, POST /v1/staff/jobs/{id}/retry.
void add_job_routes(http::Routes& routes);

}  // namespace kelisim::server
