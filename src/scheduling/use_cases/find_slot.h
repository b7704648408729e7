#pragma once

#include "kernel/result.h"
#include "scheduling/rules/sell_slot.h"
#include "scheduling/scheduling.h"
#include "slots/practice.h"

namespace kelisim::scheduling {

/// One time of one specialist that somebody wants.
struct WantedTime {
  PersonId specialist;
  Instant starts_at;
  std::optional<Duration> length = std::nullopt;   ///< of a booking that keeps its own; else of new slots
  std::optional<BookingId> except = std::nullopt;  ///< whose time does not count: it would move
  bool any_hour = false;                           ///< the specialist proposes it: their hours do not bind them
};

/// The interval of the wanted time if the rules sell it at `now`. A specialist without a practice has no hours.
[[nodiscard]] Result<Interval, SlotRefused> find_slot(db::Tx& tx, Parts const& parts, WantedTime const& wanted,
                                                      terms::Terms const& terms, Instant now);

struct FreeSlot {
  Interval when;
  bool refundable;  ///< the deadline of a client's cancellation with refund is still ahead
};

/// The free slots that start in `starts_within`, by start, at most `limit`. Nobody's booking is told by it: a taken
/// time is just not there. Bounds of the brand (lead, horizon) cut the window.
[[nodiscard]] std::vector<FreeSlot> free_slots(db::Tx& tx, Parts const& parts, PersonId specialist,
                                               Interval starts_within, terms::Terms const& terms, Instant now,
                                               std::size_t limit, std::optional<Duration> length = std::nullopt);

/// Around a window as far as working times that touch it may reach.
[[nodiscard]] Interval with_margin(Interval window);

}  // namespace kelisim::scheduling
