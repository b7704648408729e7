#pragma once

#include "kernel/instant.h"

/// Deadlines and calls once more, for nobody but the auditor: a wall calendar of Kazakhstan written down by hand,
/// days counted one by one, Astana as UTC+5. Nothing here is shared with src/.
namespace kelisim::sim {

/// AMB-H32: the day of `from` does not count, the last counts to its end.
[[nodiscard]] Instant end_of_day_after(Instant from, int days);
/// By the days off of 2026 and 2027 as published; later years know Saturdays and Sundays alone.
[[nodiscard]] Instant end_of_working_day_after(Instant from, int days);

/// When an open promise must have been heard of, by its due instant: a day before, or half the time where that is
/// less; a microsecond late; a day later still. The server does its own without a reminder and has 15 minutes more.
enum class Call : std::uint8_t { due_soon, overdue, escalated };
[[nodiscard]] Instant call_at(Call call, Instant arose_at, Instant due_at, bool by_server);

}  // namespace kelisim::sim
