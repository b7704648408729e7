#pragma once

#include "contracts/rules/end_contract.h"
#include "platform/db/tx.h"
#include "store/breaches.h"

#include <optional>
#include <string>

namespace kelisim::contracts::store {

using RestrictionId = Id<struct RestrictionTag>;
using EndId = Id<struct ContractEndTag>;

struct Restriction {
  RestrictionId id;
  PersonId client;
  std::optional<BreachId> breach;
  std::optional<std::string> ground;  ///< number of the paragraph
  bool shows_ground;
  db::Bytes reasons;  ///< for staff, sealed
  PersonId imposed_by;
  Instant imposed_at;
  std::string clause;
  std::string decision;
};
/// False when the client is restricted already.
[[nodiscard]] bool insert_restriction(db::Tx& tx, Restriction const& restriction);
[[nodiscard]] std::optional<Restriction> standing_restriction(db::Tx& tx, PersonId client);
struct Lifting {
  PersonId by;
  db::Bytes reasons;
  std::string decision;
  Instant at;
};
/// One that does not stand is a bug.
void lift_restriction(db::Tx& tx, RestrictionId id, Lifting const& lifting);

struct ContractEnd {
  EndId id;
  PersonId client;
  Initiator initiator;
  Sent sent;
  std::optional<BreachId> breach;
  std::optional<db::Bytes> reasons;  ///< the provider's, sealed
  Instant ended_at;
  PersonId recorded_by;
  Instant recorded_at;
  std::string clause;
  std::string decision;
};
/// False when the contract has ended already.
[[nodiscard]] bool insert_end(db::Tx& tx, ContractEnd const& end);
[[nodiscard]] std::optional<ContractEnd> standing_end(db::Tx& tx, PersonId client);
/// The contract goes on. One that does not stand is a bug.
void undo_end(db::Tx& tx, EndId id, Instant now);

}  // namespace kelisim::contracts::store
