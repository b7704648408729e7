#pragma once

#include "scheduling/rules/end_sessions.h"
#include "scheduling/scheduling.h"

#include <optional>
#include <string>
#include <vector>

/// For the room that ends or restricts a contract: what becomes of the sessions ahead.
namespace kelisim::scheduling {

struct EndingOrder {
  Ending ending;
  std::optional<std::string> breach = std::nullopt;  ///< number of the paragraph, where forfeited
  PersonId by;                                       ///< the client, or who of the staff answers for it
  Instant received_at;                               ///< the instant that decides
};

struct EndedSession {
  Booking booking;  ///< as it stood before
  Cancelled outcome;
};

/// The client's confirmed sessions that have not begun, by their start, and what each would be worth.
[[nodiscard]] std::vector<EndedSession> preview_ending(db::Tx& tx, Parts const& parts, PersonId client,
                                                       EndingOrder const& order, Instant now);

/// Cancels them, each by a decision `scheduling.ending`, lets the money go where that says, lets holds go and tells
/// the specialists. Restricted or forfeited, open choices of the client become refunds: nothing can be held any more
/// (HAR-4.3.9c). The client is told by the caller. What has begun runs to its end. Doing it again does nothing.
std::vector<EndedSession> end_sessions(db::Tx& tx, Parts const& parts, PersonId client, EndingOrder const& order,
                                       Instant now);

/// Gives the price of a forfeited session back; the sum, zero when it is on its way already.
Money return_forfeited(db::Tx& tx, Parts const& parts, Booking const& booking, Clause const& because,
                       std::string const& decision, Instant now);

}  // namespace kelisim::scheduling
