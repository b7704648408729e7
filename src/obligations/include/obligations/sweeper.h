#pragma once

#include "obligations/obligations.h"
#include "platform/jobs/runner.h"

#include <string>
#include <vector>

namespace kelisim::obligations {

/// Hears that a promise calls louder, once per stage, in the transaction that records it. Implemented above (server).
class Alarms {
 public:
  Alarms() = default;
  Alarms(Alarms const&) = delete;
  Alarms& operator=(Alarms const&) = delete;
  virtual ~Alarms() = default;
  virtual void raised(db::Tx& tx, Promise const& promise, Stage stage, Instant now) = 0;
};

/// Raises what is due. Run twice, late, or by two nodes at once it acts once: a stage is a row that can be written
/// once, and only whoever wrote it tells. Returns how many stages were raised, at most `limit`.
int sweep(db::Tx& tx, Alarms& alarms, Instant now, int limit);

/// `obligations.sweep`, every five minutes. The port outlives the runner.
void add_jobs(jobs::JobRunner& runner, Alarms& alarms);

/// What the auditor finds wrong: a line per promise. Nothing is what it wants. `rule` is
///   counted: the stored facts give another due instant by the calendar known then · ended: before it arose ·
///   unheard: open, past a stage by more than an hour of sweeping, and nobody was told
struct Finding {
  std::string rule;
  std::string promise;
};
[[nodiscard]] std::vector<Finding> check(db::Tx& tx, Instant now);

}  // namespace kelisim::obligations
