#pragma once

#include "groups/event.h"

#include <cstdint>
#include <optional>

namespace kelisim::groups {

/// What a speaker does at the hour of an event.
enum class SpeakerTaken : std::uint8_t { booked = 1, has_event = 2 };

/// The port to the calendar in which the specialists' sessions are booked. Who speaks at an event is sold to nobody
/// at that time.
class Calendar {
 public:
  Calendar() = default;
  Calendar(Calendar const&) = delete;
  Calendar& operator=(Calendar const&) = delete;
  virtual ~Calendar() = default;

  /// Takes the speaker's time. Nothing when it is theirs now; else what stands there, and nothing was written.
  [[nodiscard]] virtual std::optional<SpeakerTaken> engage(db::Tx& tx, EventId event, PersonId speaker, Span when,
                                                           Instant now) = 0;
  /// The time of all its speakers is free again.
  virtual void release(db::Tx& tx, EventId event) = 0;
};

}  // namespace kelisim::groups
