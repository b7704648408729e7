#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::platform {

/// The tables of the platform itself: jobs and stored answers of idempotent requests. Come first.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::platform
