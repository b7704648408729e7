#pragma once

#include "identity/demo.h"
#include "notify/notifier.h"
#include "platform/clock.h"
#include "platform/db/migration.h"
#include "platform/http/routes.h"

#include <functional>
#include <span>

namespace kelisim::sandbox {

/// What the routes reach for. All outlive the routes.
struct RehearsalParts {
  MovableClock& clock;
  notify::Notifier const& notifier;
  identity::Parts const& people;
  std::function<void()> clock_moved;  ///< after the commit: wakes the jobs
};

/// GET|PUT /sandbox/clock, GET /sandbox/outbox, GET /sandbox/people.
void add_routes(http::Routes& routes, RehearsalParts const& parts);

/// Sets the clock to where an earlier run had moved it, so that a restart does not fall back in time.
void restore_clock(db::Tx& tx, MovableClock& clock);

/// How far the clock was moved.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::sandbox
