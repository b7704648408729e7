#pragma once

#include "platform/db/migration.h"

#include <functional>
#include <span>

namespace kelisim::db {

/// What the order of steps needs from an engine. The caller holds the lock that keeps other processes out.
struct MigrationSteps {
  std::function<void(Migration const&)> apply_text;  ///< runs the statements of the open transaction
  std::function<void(std::function<void(Tx&)> const&)> in_transaction;  ///< all or nothing
};

/// Applies what `platform_migrations` does not yet name, each migration in a transaction of its own with its row.
/// A Fault for a changed text, for a number that came late, and for a database that is newer than the program.
void migrate_with(Engine engine, std::span<Migration const> migrations, MigrationSteps const& steps);

}  // namespace kelisim::db
