#pragma once

#include "scheduling/booking.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling {

using MoveId = Id<struct MoveTag>;

/// made: at once. asked → accepted | declined by the other side, or lapsed (nobody answered in time, or the booking
/// went another way).
enum class MoveState : std::uint8_t { made, asked, accepted, declined, lapsed };
BOOST_DESCRIBE_ENUM(MoveState, made, asked, accepted, declined, lapsed)

namespace store {

struct Move {
  MoveId id;
  BookingId booking;
  Party side;  ///< who moves or asks
  PersonId asked_by;
  Instant asked_at;
  Instant from;
  Instant to;
  MoveState state;
  std::string clause;  ///< id of the ledger row
  std::string decision;
  std::optional<Instant> answered_at = std::nullopt;
};

/// False when another request of this booking waits for its answer.
[[nodiscard]] bool insert_move(db::Tx& tx, Move const& move);
[[nodiscard]] std::optional<Move> find_move(db::Tx& tx, BookingId booking, MoveId id);
/// Oldest first.
[[nodiscard]] std::vector<Move> moves_of(db::Tx& tx, BookingId booking);
/// Made or asked for by either side at `since` or later, whatever became of it.
[[nodiscard]] std::int64_t count_moves_since(db::Tx& tx, BookingId booking, Instant since);
/// False when it was answered before.
[[nodiscard]] bool answer_move(db::Tx& tx, MoveId id, MoveState state, std::optional<PersonId> by, Instant now);
/// The open request of the booking, if there is one, comes to nothing.
bool lapse_moves(db::Tx& tx, BookingId booking, Instant now);

}  // namespace store

}  // namespace kelisim::scheduling
