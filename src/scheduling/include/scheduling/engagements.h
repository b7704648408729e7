#pragma once

#include "scheduling/scheduling.h"

#include <optional>
#include <string_view>

/// What else specialists do at an hour, for the rooms above. It takes their time as a booking does, the brand's
/// buffer included: no slot is sold there, whatever their hours say, and the database keeps the two apart.
namespace kelisim::scheduling {

enum class TakenBy : std::uint8_t { booking = 1, engagement = 2 };

/// Takes the specialist's time. Nothing when it is theirs now; else what stands there, and nothing was written.
/// `engagement` is an id that the caller knows it by, `when` with the buffer at most a day long.
[[nodiscard]] std::optional<TakenBy> engage(db::Tx& tx, Parts const& parts, std::string_view engagement,
                                            PersonId specialist, Interval when, Instant now);

/// The time of all its specialists is free again.
void disengage(db::Tx& tx, std::string_view engagement);

}  // namespace kelisim::scheduling
