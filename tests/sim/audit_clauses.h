#pragma once

#include "kernel/instant.h"

#include <cstdint>
#include <vector>

/// The clauses once more, by the shortest way that leads to the right answer, for nobody but the auditor. Nothing
/// here is shared with src/: the offer's hours are written as numbers, a session is counted second by second.
namespace kelisim::sim {

/// HAR-3.8a–c, HAR-3.7b: notice within 10:00–19:00 of Astana (UTC+5, both ends inside) counts at once, else from the
/// next 10:00; `window_hours` before the start and earlier is in time: 12, or what a later edition says.
[[nodiscard]] bool client_was_in_time(Instant received_at, Instant starts_at, int window_hours = 12);

struct Visit {
  bool specialist = false;
  Instant from;
  Instant until;  ///< far ahead when it never ended
};

/// HAR-3.9b, HAR-3.9e: the scheduled end, later by the whole seconds that the specialist was late. Who waited at a
/// door that closed again, because the session was moved, was not at this one.
[[nodiscard]] Instant actual_end(Instant starts_at, Instant ends_at, std::vector<Visit> const& visits);

enum class Held : std::uint8_t { no_specialist, no_client, short_measure, whole };

/// HAR-3.6c, HAR-3.7a, HAR-3.9, HAR-1.session.d–e.
[[nodiscard]] Held how_it_went(Instant starts_at, Instant ends_at, std::vector<Visit> const& visits);

}  // namespace kelisim::sim
