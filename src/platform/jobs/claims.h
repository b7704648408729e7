#pragma once

#include "platform/jobs/jobs.h"

#include <set>

namespace kelisim::jobs {

/// A job taken for one attempt. Whoever claims it next has a higher fence.
struct Claim {
  std::int64_t id;
  std::int64_t fence;
  std::string kind;
  Payload payload;
  int attempt;
};

/// Which kinds a runner knows, and what it is at work on, as SQL sees them: `,a,b,`.
[[nodiscard]] std::string name_list(std::set<std::string> const& names);
[[nodiscard]] std::string name_list(std::set<std::int64_t> const& ids);

struct Outlook {
  std::optional<Instant> next_due;  ///< of the ready jobs of the kinds
  bool lease_ended = false;         ///< of some job that is not at work here
};

[[nodiscard]] Outlook look(db::Tx& tx, std::string const& kinds, std::string const& here, Instant now);

/// Makes jobs ready whose lease ended, or ends later than one given now could (the clock went back).
void free_ended_leases(db::Tx& tx, std::string const& here, Instant now);
[[nodiscard]] std::optional<Claim> claim_one(db::Tx& tx, std::string const& kinds, Instant now, Duration lease);

/// Each is false when the claim was lost.
bool end_done(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant now);
bool end_again(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant due_at);
bool end_retry(db::Tx& tx, std::int64_t id, std::int64_t fence, Instant due_at, std::string_view reason);
bool end_failed(db::Tx& tx, std::int64_t id, std::int64_t fence, std::string_view reason);

/// The row of a recurring job: made due now where it is missing, and never due later than a period from now.
void keep_recurring(db::Tx& tx, std::string const& kind, Instant now, Duration period);

inline constexpr Duration kLeaseMax = std::chrono::minutes(15);

}  // namespace kelisim::jobs
