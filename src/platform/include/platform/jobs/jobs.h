#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The outbox: an effect is a row of `platform_jobs`, written in the transaction that decides it and carried out
/// later, at least once. runner.h carries them out.
namespace kelisim::jobs {

/// Ids and other names of things that the handler loads anew; never a person's data. Stored as a JSON object of
/// strings.
using Payload = std::map<std::string, std::string, std::less<>>;

struct JobRequest {
  std::string kind;                            ///< `<room>.<verb>`: the handler's name
  std::optional<std::string> dedupe_key = {};  ///< unique over all kinds, for as long as the row is kept
  Payload payload = {};
  Instant due_at;
};

/// Writes the job, and wakes the runners once the transaction is durable. False, and nothing done, when a job of that
/// dedupe key exists, ended or not.
bool enqueue(db::Tx& tx, JobRequest const& request);

/// True when a job that had not ended (ready, running or failed) is cancelled. A handler already at work may still do
/// its I/O, but can no longer finish(). Its dedupe key is free: what was called off may be asked for again.
bool cancel(db::Tx& tx, std::string_view dedupe_key);

/// Makes a job that had not ended due at another time, with all its attempts again. False when there is none.
bool reschedule(db::Tx& tx, std::string_view dedupe_key, Instant due_at);

enum class JobState : std::uint8_t { ready, running, done, failed, cancelled };
[[nodiscard]] std::string_view to_text(JobState state);
[[nodiscard]] std::optional<JobState> parse_job_state(std::string_view text);

/// What staff see.
struct JobView {
  std::int64_t id;
  std::string kind;
  std::optional<std::string> dedupe_key;
  Payload payload;
  Instant due_at;
  JobState state;
  int attempts;
  std::optional<std::string> last_error;
  std::optional<Instant> done_at;
};

struct JobFilter {
  std::optional<JobState> state = {};
  std::optional<std::string> kind = {};
  std::optional<std::int64_t> before_id = {};  ///< the last id of the page before
  int limit = 50;                              ///< 1 … 200
};

/// Newest first.
[[nodiscard]] std::vector<JobView> list(db::Tx& tx, JobFilter const& filter);

/// A person of the staff asks for a failed job again, due at once. False when there is no failed job of that id.
bool retry(db::Tx& tx, std::int64_t id, Instant now);

/// Forgets at most `limit` jobs done or cancelled whose due instant is before `before`, and with them their dedupe
/// keys.
std::int64_t prune(db::Tx& tx, Instant before, int limit);

}  // namespace kelisim::jobs
