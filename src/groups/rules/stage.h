#pragma once

#include "groups/event.h"
#include "terms/group_settings.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::groups {

/// Why nobody is let onto the stage now, in order of precedence.
enum class StageRefusal : std::uint8_t { not_a_speaker, not_there, no_hand, stage_full };
BOOST_DESCRIBE_ENUM(StageRefusal, not_a_speaker, not_there, no_hand, stage_full)

struct StageFacts {
  bool asked_by_speaker;
  bool is_there;
  bool hand_raised;
  int may_speak;  ///< who may speak at this moment: the event's speakers, there or not, and whom they let up
};
/// The number of speakers is a setting of the brand. The engine counts only those whose media flows.
[[nodiscard]] std::optional<StageRefusal> refuse_stage(StageFacts const& facts, terms::GroupSettings const& settings);

/// The spans of one person's stays, joined where they touch.
[[nodiscard]] std::vector<Span> joined_spans(std::vector<Span> stays);

}  // namespace kelisim::groups
