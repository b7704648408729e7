#pragma once

#include "kernel/clause.h"
#include "scheduling/booking.h"
#include "terms/decisions.h"

#include <optional>
#include <string>

namespace kelisim::scheduling::store {

/// Who cancelled, when, and what came of it. Lifted when the client took another time instead.
struct Cancellation {
  Party side;
  PersonId person;
  Instant received_at;
  std::optional<Instant> effective_at;
  Money refund;
  std::string clause;  ///< id of the ledger row
  std::string decision;
};

void insert_cancellation(db::Tx& tx, BookingId booking, Cancellation const& cancellation);
/// The one that stands.
[[nodiscard]] std::optional<Cancellation> standing_cancellation(db::Tx& tx, BookingId booking);
void lift_cancellation(db::Tx& tx, BookingId booking, Instant now);

}  // namespace kelisim::scheduling::store
