#pragma once

#include "platform/http/reply.h"
#include "platform/http/routes.h"
#include "sessions/rules/room_admission.h"
#include "sessions/sessions.h"

namespace kelisim::sessions {

[[nodiscard]] inline http::Problem booking_not_found() { return {.status = 404, .code = "booking_not_found"}; }
[[nodiscard]] http::Problem problem_of(JoinRefused const& refused);

void add_room_socket(http::Routes& routes, Parts const& parts, Rooms& rooms);
void add_message_routes(http::Routes& routes, Parts const& parts);
void add_record_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::sessions
