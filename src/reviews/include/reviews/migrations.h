#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::reviews {

/// Feedback, consents to a name, publications.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::reviews
