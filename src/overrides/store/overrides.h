#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::overrides {

using OverrideId = Id<struct OverrideTag>;

/// What somebody of the staff granted, or asked a second person to grant.
struct Override {
  OverrideId id;
  scheduling::BookingId booking;
  PersonId client;
  Money price;
  std::string set_aside;  ///< id of the clause by which the price was earned
  std::string terms_version;
  db::Bytes reasons;  ///< sealed with the client's key
  bool needs_second;
  PersonId asked_by;
  Instant asked_at;
  std::string decision;
};

/// The second person's word.
struct Finding {
  bool granted;
  db::Bytes reasons;  ///< sealed with the client's key
  PersonId found_by;
  Instant found_at;
  std::string decision;
};

namespace store {

void insert_override(db::Tx& tx, Override const& one);
[[nodiscard]] std::optional<Override> find_override(db::Tx& tx, OverrideId id);
/// The same, kept from being spoken on by another until the transaction ends.
[[nodiscard]] std::optional<Override> lock_override(db::Tx& tx, OverrideId id);
/// Newest first, at most `limit`, before the id `before` where given.
[[nodiscard]] std::vector<Override> list_overrides(db::Tx& tx, std::optional<OverrideId> before, int limit);
/// Whether an override of the booking waits for its second person.
[[nodiscard]] bool waits_for_second(db::Tx& tx, scheduling::BookingId booking);
/// The sum of what the person granted alone since then.
[[nodiscard]] Money granted_alone_since(db::Tx& tx, PersonId person, Instant since, Currency currency);

/// False when a second person has spoken before.
[[nodiscard]] bool insert_finding(db::Tx& tx, OverrideId id, Finding const& finding);
[[nodiscard]] std::optional<Finding> finding_of(db::Tx& tx, OverrideId id);

}  // namespace store

}  // namespace kelisim::overrides
