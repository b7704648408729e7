#pragma once

#include "platform/jobs/runner.h"

namespace kelisim::server {

/// `server.forget`, every hour: what was kept only so that a repeat finds it. Refusals and answers that no key was
/// demanded for live 60 days (longer than any payment is asked about), jobs that have ended 400 days. The answer that
/// made an order or moved money stays with it.
void add_retention(jobs::JobRunner& runner);

}  // namespace kelisim::server
