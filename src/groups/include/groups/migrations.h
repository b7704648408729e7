#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::groups {

/// Events, who registered for them, who was there, and what was written in their chats.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::groups
