#pragma once

#include "contracts/rules/breach.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::contracts {

using BreachId = Id<struct BreachTag>;

/// A suspected breach of the offer by a client, as it was recorded. Sealed texts are sealed with the client's key.
struct Breach {
  BreachId id;
  PersonId client;
  std::string code;   ///< number of the paragraph: "4.2.16"
  db::Bytes account;  ///< what happened, sealed
  std::optional<scheduling::BookingId> booking;
  PersonId recorded_by;
  Instant recorded_at;
  std::string terms_version;
};

enum class DemandEnd : std::uint8_t { paid = 1, contested = 2, withdrawn = 3 };
BOOST_DESCRIBE_ENUM(DemandEnd, paid, contested, withdrawn)

namespace store {

void insert_breach(db::Tx& tx, Breach const& breach);
[[nodiscard]] std::optional<Breach> find_breach(db::Tx& tx, BreachId id);
/// The same, kept from being ruled on by another until the transaction ends.
[[nodiscard]] std::optional<Breach> lock_breach(db::Tx& tx, BreachId id);
/// Newest first, at most `limit`, before the id `before` where given.
[[nodiscard]] std::vector<Breach> list_breaches(db::Tx& tx, std::optional<BreachId> before, int limit);
[[nodiscard]] std::vector<Breach> breaches_of(db::Tx& tx, PersonId client, int limit);

struct Evidence {
  int number;
  EvidenceKind kind;
  db::Bytes description;  ///< sealed
  db::Bytes checksum;
  PersonId added_by;
  Instant added_at;
};
/// False when that number is taken.
[[nodiscard]] bool insert_evidence(db::Tx& tx, BreachId breach, Evidence const& evidence);
[[nodiscard]] std::vector<Evidence> evidence_of(db::Tx& tx, BreachId breach);

struct RulingRow {
  bool confirmed;
  db::Bytes reasons;  ///< sealed
  PersonId ruled_by;
  Instant ruled_at;
  std::string clause;
  std::string decision;
};
/// False when the breach is ruled on.
[[nodiscard]] bool insert_ruling(db::Tx& tx, BreachId breach, RulingRow const& ruling);
[[nodiscard]] std::optional<RulingRow> ruling_of(db::Tx& tx, BreachId breach);

struct Forfeit {
  scheduling::BookingId booking;
  Money amount;
};
void insert_forfeit(db::Tx& tx, BreachId breach, Forfeit const& forfeit);
[[nodiscard]] std::vector<Forfeit> forfeits_of(db::Tx& tx, BreachId breach);

struct DemandRow {
  Money penalty;
  Money damage;
  PersonId issued_by;
  Instant issued_at;
  Instant due_at;
  std::string clause;
  std::string decision;
};
/// False when the breach has one.
[[nodiscard]] bool insert_demand(db::Tx& tx, BreachId breach, DemandRow const& demand);
[[nodiscard]] std::optional<DemandRow> demand_of(db::Tx& tx, BreachId breach);

struct DemandEndRow {
  DemandEnd what;
  Instant at;
  bool in_time;
  PersonId noted_by;
  Instant noted_at;
};
/// False when the demand has ended.
[[nodiscard]] bool insert_demand_end(db::Tx& tx, BreachId breach, DemandEndRow const& end);
[[nodiscard]] std::optional<DemandEndRow> demand_end_of(db::Tx& tx, BreachId breach);

}  // namespace store

}  // namespace kelisim::contracts
