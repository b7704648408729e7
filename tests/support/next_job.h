#pragma once

#include "platform/db/database.h"

#include <optional>

namespace kelisim::test {

/// When the next job of the database is due, if any waits.
[[nodiscard]] inline std::optional<Instant> next_job_due(db::Database& database) {
  static constexpr db::Sql next{
      "test.next_job", "SELECT due_at_us FROM platform_jobs WHERE state = 'ready' ORDER BY due_at_us LIMIT 1"};
  return database.read_now(
      [](db::Tx& tx) { return tx.one(next, [](db::Row const& row) { return row.instant(0); }); });
}

}  // namespace kelisim::test
