#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::crisis {

/// Who raised an alert, and when. No words.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::crisis
