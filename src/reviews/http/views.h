#pragma once

#include "platform/json/described.h"
#include "reviews/reviews.h"
#include "use_cases/feedback.h"

namespace kelisim::reviews {

void add_client_routes(http::Routes& routes, Parts const& parts);
void add_desk_routes(http::Routes& routes, Parts const& parts);

[[nodiscard]] inline http::Problem feedback_not_found() { return {.status = 404, .code = "feedback_not_found"}; }

}  // namespace kelisim::reviews
