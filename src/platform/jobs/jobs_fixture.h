#pragma once

#include "database_fixture.h"
#include "jobs/claims.h"
#include "platform/clock.h"
#include "platform/jobs/runner.h"

namespace kelisim::jobs {

inline constexpr Instant kStart{1'800'000'000'000'000};
inline constexpr db::Migration kTables[] = {
    {"effects", 1, "effects", db::MigrationEngine::any, "CREATE TABLE effects_done (job TEXT NOT NULL);"}};
inline constexpr db::Sql kEffect{"effects.insert", "INSERT INTO effects_done (job) VALUES ($1)"};
inline constexpr db::Sql kEffects{"effects.all", "SELECT job FROM effects_done"};

/// An empty table of effects, a clock that stands at kStart, and a handler that leaves one effect per finished job.
class JobsFixture : public test::OnBothEngines {
 protected:
  JobsFixture() { database().migrate(kTables); }

  bool put(std::string kind, std::optional<std::string> key, Duration in = Duration::zero(), Payload payload = {}) {
    return database().write_now([&](db::Tx& tx) {
      return enqueue(tx, {.kind = kind, .dedupe_key = key, .payload = payload, .due_at = clock.now() + in});
    });
  }
  std::vector<JobView> jobs(JobFilter const& filter = {}) {
    return database().read_now([&](db::Tx& tx) { return list(tx, filter); });
  }
  std::vector<std::string> effects() {
    return database().read_now(
        [](db::Tx& tx) { return tx.all(kEffects, [](db::Row const& row) { return row.str(0); }); });
  }
  /// Notes its job's name, and ends the job in the same transaction.
  static JobResult note(JobContext& context) {
    context.database().write_now([&](db::Tx& tx) {
      tx.execute(kEffect, context.text("name"));
      context.finish(tx);
    });
    return JobResult::done();
  }

  MovableClock clock{kStart};
};

}  // namespace kelisim::jobs
