#pragma once

#include "kernel/result.h"
#include "scheduling/rules/move_booking.h"
#include "scheduling/scheduling.h"
#include "store/moves.h"
#include "use_cases/take_slot.h"

#include <string>
#include <variant>

namespace kelisim::scheduling {

struct MovePreview {
  MoveDecided outcome;
  std::string token;
  Instant expires_at;
};

/// In order of precedence.
using PreviewMoveRefused = std::variant<MoveRefused, SlotRefused>;

/// What moving to `starts_at` would mean if it were asked now. A client in time moves at once; anybody else asks.
[[nodiscard]] Result<MovePreview, PreviewMoveRefused> preview_move(db::Tx& tx, Parts const& parts,
                                                                   OwnBooking const& own, Instant starts_at,
                                                                   Instant now);

struct MoveRequest {
  Instant starts_at;
  std::optional<std::string> preview;
};

enum class AskRefusal : std::uint8_t { waits_for_answer = 1 };  ///< another request of this booking is open
BOOST_DESCRIBE_ENUM(AskRefusal, waits_for_answer)

/// In order of precedence.
using MoveBookingRefused = std::variant<terms::PreviewRefusal, MoveRefused, SlotRefused, HoldRefused, AskRefusal>;

/// Moves the booking, or writes the request that the other side answers. Answers the booking as it is then.
[[nodiscard]] Result<Booking, MoveBookingRefused> move_booking(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                               MoveRequest const& request, Instant now);

/// In order of precedence.
using AnswerMoveRefused = std::variant<MoveAnswerRefusal, SlotRefused, HoldRefused>;

/// The other side agrees, and the booking moves if the time is still free; or declines, and it stands.
[[nodiscard]] Result<Booking, AnswerMoveRefused> answer_move(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                             store::Move const& move, bool accepts, Instant now);

}  // namespace kelisim::scheduling
