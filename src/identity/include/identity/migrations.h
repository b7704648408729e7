#pragma once

#include "platform/db/migration.h"

#include <span>

namespace kelisim::identity {

/// Persons, registrations, challenges, sign-in sessions, questionnaires.
[[nodiscard]] std::span<db::Migration const> migrations();

}  // namespace kelisim::identity
