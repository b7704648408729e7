#pragma once

#include "http/request.h"
#include "platform/http/server.h"

#include <optional>

namespace kelisim::http {

/// What is wrong with a request for this route that can be told without a database, in this order: `foreign_origin`
/// (403), `unsupported_media_type` (415), `invalid_query` (400), `bad_idempotency_key` and `idempotency_key_required`
/// (400).
[[nodiscard]] std::optional<Problem> screen(Request const& request, RouteEntry const& route,
                                            Call::Fields const& query, ServerOptions const& options);

}  // namespace kelisim::http
