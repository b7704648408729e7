#pragma once

#include "platform/db/value.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "terms/brand.h"
#include "terms/decisions.h"
#include "terms/group_settings.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace kelisim::terms {

/// Bookings ahead that were made under other terms than an edition's.
struct LiveBookings {
  std::int64_t paid_on_other_terms = 0;
  std::int64_t unpaid_on_other_terms = 0;
};

/// What the routes work with; all of it outlives them.
struct RouteParts {
  Brand const& brand;
  Random& random;
  bool sandbox;
  /// Seals what proves the session of an acceptance (address, browser) for the calling person.
  std::function<db::Bytes(http::Call&)> seal_evidence;
  /// Counted by whoever keeps bookings, against this version of the offer; absent where nobody does.
  std::function<LiveBookings(db::Tx&, std::string_view version, Instant now)> live_bookings = {};
  Replayer const* replayer = nullptr;  ///< null: nothing is asked what-if
  std::optional<GroupSettings> groups = {};
};

/// GET /v1/brand, /v1/offers, /v1/offers/{document}/{version}, …/text; GET and POST /v1/me/acceptances;
/// GET and POST /v1/staff/offers; GET /v1/staff/decisions, /v1/staff/what-if.
void add_routes(http::Routes& routes, RouteParts const& parts);

}  // namespace kelisim::terms
