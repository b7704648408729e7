#pragma once

#include "kernel/result.h"
#include "scheduling/rules/sell_slot.h"
#include "scheduling/scheduling.h"

#include <variant>

namespace kelisim::scheduling {

struct SlotRequest {
  PersonId client;
  PersonId specialist;
  Instant starts_at;
  bool confirms_safety = false;  ///< HAR-3.12a, of no weight where it was confirmed before
};

/// In order of precedence; all come after the rules.
enum class HoldRefusal : std::uint8_t {
  too_many_holds = 1,  ///< a bound of ours: one client holds at most held_at_once_max slots
  too_many_moves =
      2,           ///< a bound of ours: a booking moves, or is asked to, at most moves_a_day_max times in 24 hours
  slot_taken = 3,  ///< somebody else was faster
};
BOOST_DESCRIBE_ENUM(HoldRefusal, too_many_holds, too_many_moves, slot_taken)

inline constexpr int held_at_once_max = 3;
/// Each move tells two people by SMS: without a bound one booking spends the messages of the whole business.
inline constexpr int moves_a_day_max = 10;

struct HoldRefused {
  HoldRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(HoldRefused, (), (why, because))

/// In order of precedence.
using TakeSlotRefused = std::variant<BookingRefused, SlotRefused, HoldRefused>;

/// Holds the slot for its client while they pay (HAR-3.2b) and opens its order. On a refusal
/// nothing of it stays but the confirmation that the client gave: nobody is asked for it twice.
[[nodiscard]] Result<Booking, TakeSlotRefused> take_slot(db::Tx& tx, Parts const& parts, SlotRequest const& request,
                                                         Instant now);

}  // namespace kelisim::scheduling
