#include "platform/jobs/jobs.h"

#include "jobs/payload.h"

#include <boost/json.hpp>

namespace kelisim::jobs {

namespace {

constexpr int kListMax = 200;

constexpr db::Sql kEnqueue{"platform.enqueue_job",
                           "INSERT INTO platform_jobs (kind, dedupe_key, payload, due_at_us, state, attempts, fence) "
                           "VALUES ($1, $2, $3, $4, 'ready', 0, 0) ON CONFLICT DO NOTHING"};
constexpr db::Sql kCancel{"platform.cancel_job",
                          "UPDATE platform_jobs SET state = 'cancelled', lease_until_us = NULL, fence = fence + 1, "
                          "dedupe_key = dedupe_key || ':cancelled:' || CAST(id AS TEXT) "
                          "WHERE dedupe_key = $1 AND state IN ('ready', 'running', 'failed')"};
constexpr db::Sql kReschedule{"platform.reschedule_job",
                              "UPDATE platform_jobs SET state = 'ready', due_at_us = $2, attempts = 0, "
                              "lease_until_us = NULL, fence = fence + 1 "
                              "WHERE dedupe_key = $1 AND state IN ('ready', 'running', 'failed')"};
#define JOB_COLUMNS "id, kind, dedupe_key, payload, due_at_us, state, attempts, last_error, done_at_us"
constexpr db::Sql kList{"platform.list_jobs",
                        "SELECT " JOB_COLUMNS
                        " FROM platform_jobs WHERE (CAST($1 AS TEXT) IS NULL OR state = $1) "
                        "AND (CAST($2 AS TEXT) IS NULL OR kind = $2) AND (CAST($3 AS BIGINT) IS NULL OR id < $3) "
                        "ORDER BY id DESC LIMIT $4"};
// The few that failed among the many that ended have an index of their own.
constexpr db::Sql kListFailed{
    "platform.list_failed_jobs",
    "SELECT " JOB_COLUMNS
    " FROM platform_jobs WHERE state = 'failed' AND (CAST($1 AS TEXT) IS NULL OR kind = $1) "
    "AND (CAST($2 AS BIGINT) IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"};
#undef JOB_COLUMNS
constexpr db::Sql kRetry{"platform.retry_job",
                         "UPDATE platform_jobs SET state = 'ready', due_at_us = $2, attempts = 0 "
                         "WHERE id = $1 AND state = 'failed'"};
constexpr db::Sql kPrune{"platform.prune_jobs",
                         "DELETE FROM platform_jobs WHERE id IN (SELECT id FROM platform_jobs "
                         "WHERE state IN ('done', 'cancelled') AND due_at_us < $1 ORDER BY due_at_us, id LIMIT $2)"};

constexpr std::array<std::string_view, 5> kStates{"ready", "running", "done", "failed", "cancelled"};

JobView view(db::Row const& row) {
  auto const state = parse_job_state(row.text(5));
  ENSURE(state.has_value());
  return {.id = row.integer(0),
          .kind = row.str(1),
          .dedupe_key = row.maybe_str(2),
          .payload = read_payload(row.text(3)),
          .due_at = row.instant(4),
          .state = *state,
          .attempts = static_cast<int>(row.integer(6)),
          .last_error = row.maybe_str(7),
          .done_at = row.maybe_instant(8)};
}

}  // namespace

std::string write_payload(Payload const& payload) {
  boost::json::object object;
  for (auto const& [name, value] : payload) object[name] = value;
  return boost::json::serialize(object);
}

Payload read_payload(std::string_view text) {
  Payload payload;
  auto const value = boost::json::parse(text);
  for (auto const& member : value.as_object()) payload.emplace(member.key(), member.value().as_string());
  return payload;
}

std::string_view to_text(JobState state) { return kStates.at(static_cast<std::size_t>(state)); }

std::optional<JobState> parse_job_state(std::string_view text) {
  auto const found = std::ranges::find(kStates, text);
  if (found == kStates.end()) return std::nullopt;
  return static_cast<JobState>(found - kStates.begin());
}

bool enqueue(db::Tx& tx, JobRequest const& request) {
  ENSURE(!request.kind.empty());
  auto const written =
      tx.execute(kEnqueue, request.kind, request.dedupe_key, write_payload(request.payload), request.due_at);
  if (written > 0) tx.notify(db::Topic::jobs);
  return written > 0;
}

bool cancel(db::Tx& tx, std::string_view dedupe_key) { return tx.execute(kCancel, dedupe_key) > 0; }

bool reschedule(db::Tx& tx, std::string_view dedupe_key, Instant due_at) {
  auto const moved = tx.execute(kReschedule, dedupe_key, due_at) > 0;
  if (moved) tx.notify(db::Topic::jobs);
  return moved;
}

std::vector<JobView> list(db::Tx& tx, JobFilter const& filter) {
  ENSURE(filter.limit >= 1 && filter.limit <= kListMax);
  if (filter.state == JobState::failed) return tx.all(kListFailed, view, filter.kind, filter.before_id, filter.limit);
  auto const state = filter.state ? std::optional(to_text(*filter.state)) : std::nullopt;
  return tx.all(kList, view, state, filter.kind, filter.before_id, filter.limit);
}

bool retry(db::Tx& tx, std::int64_t id, Instant now) {
  auto const again = tx.execute(kRetry, id, now) > 0;
  if (again) tx.notify(db::Topic::jobs);
  return again;
}

std::int64_t prune(db::Tx& tx, Instant before, int limit) { return tx.execute(kPrune, before, limit); }

}  // namespace kelisim::jobs
