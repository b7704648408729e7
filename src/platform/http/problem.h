#pragma once

#include "http/request.h"
#include "platform/http/reply.h"
#include "platform/json/writer.h"

#include <string_view>

namespace kelisim::http {

/// `Not Found`; empty for a status that we never send.
[[nodiscard]] std::string_view reason_phrase(int status);

/// application/problem+json (RFC 9457).
[[nodiscard]] Response to_response(Problem const& problem, json::ClauseWording const* wording = nullptr);

/// A problem that is only its status and code.
[[nodiscard]] Response refuse(int status, std::string_view code);

}  // namespace kelisim::http
