#pragma once

#include "kernel/result.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/rules/sell_slot.h"
#include "scheduling/scheduling.h"
#include "store/remedies.h"
#include "use_cases/take_slot.h"

#include <variant>

namespace kelisim::scheduling {

/// Leaves the choice to the client, until `until` (exclusive) if there is such an instant; then the job
/// `scheduling.settle_remedy` gives the money back. Nothing happens when a choice is open already. A client who is
/// shut out has the money at once.
void offer_remedy(db::Tx& tx, Parts const& parts, Booking const& booking, Remedy remedy, Clause const& because,
                  std::optional<Instant> until, Instant now);

/// In order of precedence, before the rule's own.
enum class ChoiceRefusal : std::uint8_t {
  nothing_offered = 1,
  other_choice_offered = 2,  ///< a repeat where another time was offered, or the other way round
  start_missing = 3,         ///< another time or a repeat needs its start
};
BOOST_DESCRIBE_ENUM(ChoiceRefusal, nothing_offered, other_choice_offered, start_missing)

/// In order of precedence.
using RemedyRefused = std::variant<ChoiceRefusal, RemedyRefusal, SlotRefused, HoldRefused>;

struct Choice {
  RemedyChoice take;
  std::optional<Instant> starts_at = std::nullopt;
};

/// HAR-3.6b, HAR-1.session.e: the client takes the money, another time for the cancelled session (the same booking is
/// confirmed again), or a free repeat (a new booking on the same order). Answers the booking that stands then.
[[nodiscard]] Result<Booking, RemedyRefused> choose_remedy(db::Tx& tx, Parts const& parts, Booking const& booking,
                                                           Choice const& choice, Instant now);

/// Nobody chose in time: the money goes back. Nothing happens when the choice was taken, or is not due.
void settle_remedy(db::Tx& tx, Parts const& parts, BookingId booking, Instant now);

/// HAR-4.3.9c: whoever is shut out can hold no session any more, so of every choice that is open to them the money is
/// what is left.
void settle_remedies_of(db::Tx& tx, Parts const& parts, PersonId client, Instant now);

}  // namespace kelisim::scheduling
