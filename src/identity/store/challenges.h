#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <optional>

namespace kelisim::identity::store {

using ChallengeId = Id<struct ChallengeTag>;
using FailureId = Id<struct FailureTag>;

struct Challenge {
  ChallengeId id;
  db::Bytes phone_hash;
  std::optional<PersonId> person;  ///< none: a number that may not sign in this way
  bool is_registration;
  db::Bytes code_hash;
  Instant issued_at;
  std::int64_t failures;
  std::optional<Instant> used_at;
};

/// Concurrent requests about one number take turns from here to the end of their transactions.
void lock_number(db::Tx& tx, db::Bytes const& phone_hash, Instant now);

void insert_challenge(db::Tx& tx, Challenge const& challenge);
[[nodiscard]] std::optional<Challenge> find_challenge(db::Tx& tx, ChallengeId id);
void mark_used(db::Tx& tx, ChallengeId id, Instant now);
void count_failure_of_challenge(db::Tx& tx, ChallengeId id);

/// What was issued to the number after `since` and never entered right.
struct Unused {
  std::int64_t count;
  std::optional<Instant> last_at;
};
[[nodiscard]] Unused unused_since(db::Tx& tx, db::Bytes const& phone_hash, Instant since);
/// Whether a later challenge than this one was issued to its number. Of one instant there is never a second unused
/// one.
[[nodiscard]] bool is_replaced(db::Tx& tx, Challenge const& challenge);

void insert_failure(db::Tx& tx, FailureId id, db::Bytes const& phone_hash, Instant now);
[[nodiscard]] std::int64_t failures_since(db::Tx& tx, db::Bytes const& phone_hash, Instant since);

/// Forgets challenges, failures and numbers older than `before`.
void sweep_challenges(db::Tx& tx, Instant before);

}  // namespace kelisim::identity::store
