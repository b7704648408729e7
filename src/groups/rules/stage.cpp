#include "rules/stage.h"

namespace kelisim::groups {

std::optional<StageRefusal> refuse_stage(StageFacts const& facts, terms::GroupSettings const& settings) {
  if (!facts.asked_by_speaker) return StageRefusal::not_a_speaker;
  if (!facts.is_there) return StageRefusal::not_there;
  if (!facts.hand_raised) return StageRefusal::no_hand;
  if (facts.may_speak >= settings.speakers_max) return StageRefusal::stage_full;
  return std::nullopt;
}

std::vector<Span> joined_spans(std::vector<Span> stays) {
  std::ranges::sort(stays, {}, &Span::from);
  std::vector<Span> joined;
  for (auto const& stay : stays) {
    if (stay.until <= stay.from) continue;
    if (!joined.empty() && stay.from <= joined.back().until) {
      joined.back().until = std::max(joined.back().until, stay.until);
    } else {
      joined.push_back(stay);
    }
  }
  return joined;
}

}  // namespace kelisim::groups
