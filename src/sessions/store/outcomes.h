#pragma once

#include "platform/db/tx.h"
#include "scheduling/booking.h"
#include "scheduling/session_facts.h"

#include <optional>
#include <string>

namespace kelisim::sessions::store {

/// How a session came out, with the decision that says so.
struct Outcome {
  scheduling::BookingId booking;
  Instant starts_at;
  std::string attendance;
  Instant ended_at;
  Instant closed_at;
  std::string clause;
  std::string decision;
};

/// False when the session was closed before.
bool insert_outcome(db::Tx& tx, Outcome const& outcome);
[[nodiscard]] std::optional<Outcome> outcome_of(db::Tx& tx, scheduling::BookingId booking);

void insert_check(db::Tx& tx, std::string_view id, scheduling::BookingId booking, scheduling::Party side,
                  scheduling::EquipmentOnRecord const& check);
/// Checks of the side at `since` or later.
[[nodiscard]] std::int64_t checks_since(db::Tx& tx, scheduling::BookingId booking, scheduling::Party side,
                                        Instant since);
[[nodiscard]] std::optional<scheduling::EquipmentOnRecord> last_check(db::Tx& tx, scheduling::BookingId booking,
                                                                      scheduling::Party side);

}  // namespace kelisim::sessions::store
