#include "store/challenges.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql lock{"identity.lock_number",
                       "INSERT INTO identity_numbers (phone_hash, touched_at_us) VALUES ($1, $2)"
                       " ON CONFLICT (phone_hash) DO UPDATE SET touched_at_us = excluded.touched_at_us"};
constexpr db::Sql insert{"identity.insert_challenge",
                         "INSERT INTO identity_challenges"
                         " (id, phone_hash, person, is_registration, code_hash, issued_at_us, failures)"
                         " VALUES ($1, $2, $3, $4, $5, $6, 0)"};
constexpr db::Sql find{"identity.find_challenge",
                       "SELECT id, phone_hash, person, is_registration, code_hash, issued_at_us, failures, used_at_us"
                       " FROM identity_challenges WHERE id = $1"};
constexpr db::Sql used{"identity.mark_used", "UPDATE identity_challenges SET used_at_us = $2 WHERE id = $1"};
constexpr db::Sql failed{"identity.count_failure_of_challenge",
                         "UPDATE identity_challenges SET failures = failures + 1 WHERE id = $1"};
constexpr db::Sql unused{"identity.unused_challenges",
                         "SELECT count(*), max(issued_at_us) FROM identity_challenges"
                         " WHERE phone_hash = $1 AND issued_at_us > $2 AND used_at_us IS NULL"};
constexpr db::Sql later{"identity.later_challenges",
                        "SELECT count(*) FROM identity_challenges WHERE phone_hash = $1 AND issued_at_us > $2"};
constexpr db::Sql insert_failed{"identity.insert_failure",
                                "INSERT INTO identity_failures (id, phone_hash, failed_at_us) VALUES ($1, $2, $3)"};
constexpr db::Sql failures{"identity.failures_since",
                           "SELECT count(*) FROM identity_failures WHERE phone_hash = $1 AND failed_at_us > $2"};
constexpr db::Sql sweep_issued{"identity.sweep_challenges",
                               "DELETE FROM identity_challenges WHERE issued_at_us <= $1"};
constexpr db::Sql sweep_failed{"identity.sweep_failures", "DELETE FROM identity_failures WHERE failed_at_us <= $1"};
constexpr db::Sql sweep_numbers{"identity.sweep_numbers", "DELETE FROM identity_numbers WHERE touched_at_us <= $1"};

Challenge read(db::Row const& row) {
  return {.id = row.id<ChallengeId>(0),
          .phone_hash = row.blob(1),
          .person = row.is_null(2) ? std::nullopt : std::optional(row.id<PersonId>(2)),
          .is_registration = row.flag(3),
          .code_hash = row.blob(4),
          .issued_at = row.instant(5),
          .failures = row.integer(6),
          .used_at = row.maybe_instant(7)};
}

std::int64_t first_number(db::Row const& row) { return row.integer(0); }

}  // namespace

void lock_number(db::Tx& tx, db::Bytes const& phone_hash, Instant now) { tx.execute(lock, phone_hash, now); }

void insert_challenge(db::Tx& tx, Challenge const& challenge) {
  tx.execute(insert, challenge.id, challenge.phone_hash, challenge.person, challenge.is_registration,
             challenge.code_hash, challenge.issued_at);
}

std::optional<Challenge> find_challenge(db::Tx& tx, ChallengeId id) { return tx.one(find, read, id); }

void mark_used(db::Tx& tx, ChallengeId id, Instant now) { tx.execute(used, id, now); }

void count_failure_of_challenge(db::Tx& tx, ChallengeId id) { tx.execute(failed, id); }

Unused unused_since(db::Tx& tx, db::Bytes const& phone_hash, Instant since) {
  auto const found = tx.one(
      unused, [](db::Row const& row) { return Unused{row.integer(0), row.maybe_instant(1)}; }, phone_hash, since);
  ENSURE(found.has_value());
  return *found;
}

bool is_replaced(db::Tx& tx, Challenge const& challenge) {
  return tx.one(later, first_number, challenge.phone_hash, challenge.issued_at).value_or(0) > 0;
}

void insert_failure(db::Tx& tx, FailureId id, db::Bytes const& phone_hash, Instant now) {
  tx.execute(insert_failed, id, phone_hash, now);
}

std::int64_t failures_since(db::Tx& tx, db::Bytes const& phone_hash, Instant since) {
  return tx.one(failures, first_number, phone_hash, since).value_or(0);
}

void sweep_challenges(db::Tx& tx, Instant before) {
  tx.execute(sweep_issued, before);
  tx.execute(sweep_failed, before);
  tx.execute(sweep_numbers, before);
}

}  // namespace kelisim::identity::store
