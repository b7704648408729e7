#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::claims {

/// Cases, what was written in them, rulings, appeals, acceptances of services; breaches and what followed.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::claims
