#include "jobs/claims.h"

#include "jobs/payload.h"
#include "platform/jobs/runner.h"

#include <fmt/format.h>

namespace kelisim::jobs {

namespace {

/// The engines differ in how a text is searched and in how a row that another node is claiming is passed over.
struct EngineSql {
  db::Sql sqlite;
  db::Sql postgres;
  [[nodiscard]] db::Sql const& of(db::Tx const& tx) const {
    return tx.engine() == db::Engine::sqlite ? sqlite : postgres;
  }
};

constexpr EngineSql kLook{
    {"platform.look_for_jobs",
     "SELECT (SELECT due_at_us FROM platform_jobs WHERE state = 'ready' AND instr($1, ',' || kind || ',') > 0 "
     "ORDER BY due_at_us, id LIMIT 1), "
     "(SELECT count(*) FROM platform_jobs WHERE state = 'running' AND (lease_until_us <= $2 OR lease_until_us > $3) "
     "AND instr($4, ',' || CAST(id AS TEXT) || ',') = 0)"},
    {"platform.look_for_jobs",
     "SELECT (SELECT due_at_us FROM platform_jobs WHERE state = 'ready' AND strpos($1, ',' || kind || ',') > 0 "
     "ORDER BY due_at_us, id LIMIT 1), "
     "(SELECT count(*) FROM platform_jobs WHERE state = 'running' AND (lease_until_us <= $2 OR lease_until_us > $3) "
     "AND strpos($4, ',' || CAST(id AS TEXT) || ',') = 0)"}};
constexpr EngineSql kFree{
    {"platform.free_leases",
     "UPDATE platform_jobs SET state = 'ready', lease_until_us = NULL WHERE state = 'running' "
     "AND (lease_until_us <= $1 OR lease_until_us > $2) AND instr($3, ',' || CAST(id AS TEXT) || ',') = 0"},
    {"platform.free_leases",
     "UPDATE platform_jobs SET state = 'ready', lease_until_us = NULL WHERE state = 'running' "
     "AND (lease_until_us <= $1 OR lease_until_us > $2) AND strpos($3, ',' || CAST(id AS TEXT) || ',') = 0"}};
constexpr EngineSql kClaim{
    {"platform.claim_job",
     "UPDATE platform_jobs SET state = 'running', attempts = attempts + 1, fence = fence + 1, lease_until_us = $3 "
     "WHERE id = (SELECT id FROM platform_jobs WHERE state = 'ready' AND due_at_us <= $2 "
     "AND instr($1, ',' || kind || ',') > 0 ORDER BY due_at_us, id LIMIT 1) "
     "RETURNING id, fence, kind, payload, attempts"},
    {"platform.claim_job",
     "UPDATE platform_jobs SET state = 'running', attempts = attempts + 1, fence = fence + 1, lease_until_us = $3 "
     "WHERE id = (SELECT id FROM platform_jobs WHERE state = 'ready' AND due_at_us <= $2 "
     "AND strpos($1, ',' || kind || ',') > 0 ORDER BY due_at_us, id LIMIT 1 FOR UPDATE SKIP LOCKED) "
     "RETURNING id, fence, kind, payload, attempts"}};
constexpr db::Sql kDone{"platform.end_job_done",
                        "UPDATE platform_jobs SET state = 'done', done_at_us = $3, lease_until_us = NULL "
                        "WHERE id = $1 AND fence = $2 AND state = 'running'"};
constexpr db::Sql kAgain{"platform.end_job_again",
                         "UPDATE platform_jobs SET state = 'ready', due_at_us = $3, attempts = 0, last_error = NULL, "
                         "lease_until_us = NULL WHERE id = $1 AND fence = $2 AND state = 'running'"};
constexpr db::Sql kRetry{"platform.end_job_retry",
                         "UPDATE platform_jobs SET state = 'ready', due_at_us = $3, last_error = $4, "
                         "lease_until_us = NULL WHERE id = $1 AND fence = $2 AND state = 'running'"};
constexpr db::Sql kFailed{"platform.end_job_failed",
                          "UPDATE platform_jobs SET state = 'failed', last_error = $3, lease_until_us = NULL "
                          "WHERE id = $1 AND fence = $2 AND state = 'running'"};
constexpr db::Sql kNoLater{"platform.recurring_job_no_later",
                           "UPDATE platform_jobs SET due_at_us = $2 "
                           "WHERE dedupe_key = $1 AND state = 'ready' AND due_at_us > $2"};
constexpr db::Sql kReleaseAll{"platform.release_all_leases",
                              "UPDATE platform_jobs SET state = 'ready', lease_until_us = NULL "
                              "WHERE state = 'running'"};

}  // namespace

std::string name_list(std::set<std::string> const& names) { return fmt::format(",{},", fmt::join(names, ",")); }
std::string name_list(std::set<std::int64_t> const& ids) { return fmt::format(",{},", fmt::join(ids, ",")); }

Outlook look(db::Tx& tx, std::string const& kinds, std::string const& here, Instant now) {
  auto const outlook = tx.one(
      kLook.of(tx),
      [](db::Row const& row) { return Outlook{.next_due = row.maybe_instant(0), .lease_ended = row.integer(1) > 0}; },
      kinds, now, now + kLeaseMax, here);
  return outlook.value();
}

void free_ended_leases(db::Tx& tx, std::string const& here, Instant now) {
  tx.execute(kFree.of(tx), now, now + kLeaseMax, here);
}

std::optional<Claim> claim_one(db::Tx& tx, std::string const& kinds, Instant now, Duration lease) {
  return tx.one(
      kClaim.of(tx),
      [](db::Row const& row) {
        return Claim{.id = row.integer(0),
                     .fence = row.integer(1),
                     .kind = row.str(2),
                     .payload = read_payload(row.text(3)),
                     .attempt = static_cast<int>(row.integer(4))};
      },
      kinds, now, now + lease);
}

bool end_done(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant now) {
  return tx.execute(kDone, id, fence, now) > 0;
}

bool end_again(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant due_at) {
  return tx.execute(kAgain, id, fence, due_at) > 0;
}

bool end_retry(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant due_at, std::string_view reason) {
  return tx.execute(kRetry, id, fence, due_at, reason) > 0;
}

bool end_failed(db::Tx& tx, std::int64_t id, std::int64_t fence, std::string_view reason) {
  return tx.execute(kFailed, id, fence, reason) > 0;
}

void keep_recurring(db::Tx& tx, std::string const& kind, Instant now, Duration period) {
  auto const key = "every:" + kind;
  enqueue(tx, {.kind = kind, .dedupe_key = key, .payload = {}, .due_at = now});
  tx.execute(kNoLater, key, now + period);
}

std::int64_t release_leases(db::Tx& tx) {
  ENSURE(tx.engine() == db::Engine::sqlite);
  return tx.execute(kReleaseAll);
}

}  // namespace kelisim::jobs
