#pragma once

#include "kernel/instant.h"
#include "terms/group_settings.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::groups {

/// Why an event is not appointed so, in order of precedence. None of it stands in the offer: the bounds are settings
/// of the brand ([groups] of brand.toml).
enum class PlanRefusal : std::uint8_t {
  titles_wrong,     ///< not one title in each of the brand's languages
  in_the_past,      ///< it begins at or before now
  too_far,          ///< it begins more than two years from now
  too_long,         ///< longer than the brand's events, or not longer than nothing
  speakers_wrong,   ///< nobody, too many, or one who is no specialist
  too_many_places,  ///< more viewers than the brand's rooms hold
  speaker_booked,   ///< one of the speakers has a session then, the buffer between sessions included
  speaker_has_event
};
BOOST_DESCRIBE_ENUM(PlanRefusal, titles_wrong, in_the_past, too_far, too_long, speakers_wrong, too_many_places,
                    speaker_booked, speaker_has_event)

inline constexpr Duration plan_ahead_max = std::chrono::days(731);

struct PlanFacts {
  bool title_in_each_language;
  Instant starts_at;
  std::int64_t minutes;
  int speakers;  ///< different persons
  bool all_are_specialists;
  int capacity;
  bool speaker_booked;
  bool speaker_has_event;
  Instant now;
};
[[nodiscard]] std::optional<PlanRefusal> refuse_plan(PlanFacts const& facts, terms::GroupSettings const& settings);

/// Why an event is not moved to another hour, in order of precedence.
enum class MoveRefusal : std::uint8_t {
  cancelled,
  begun,        ///< its door has been open already
  in_the_past,  ///< it would begin at or before now
  too_far,
  same_time,  ///< it stands there
  speaker_booked,
  speaker_has_event  ///< another one
};
BOOST_DESCRIBE_ENUM(MoveRefusal, cancelled, begun, in_the_past, too_far, same_time, speaker_booked, speaker_has_event)

struct MoveFacts {
  bool cancelled;
  Instant starts_at;
  Instant wanted;
  bool speaker_booked;
  bool speaker_has_event;
  Instant now;
};
[[nodiscard]] std::optional<MoveRefusal> refuse_move(MoveFacts const& facts, terms::GroupSettings const& settings);

/// Why an event is not called off, in order of precedence.
enum class CallOffRefusal : std::uint8_t { over, cancelled };
BOOST_DESCRIBE_ENUM(CallOffRefusal, over, cancelled)

struct CallOffFacts {
  Instant ends_at;
  bool cancelled;
  Instant now;
};
[[nodiscard]] std::optional<CallOffRefusal> refuse_call_off(CallOffFacts const& facts);

}  // namespace kelisim::groups
