#include "rules/plan.h"

namespace kelisim::groups {

std::optional<PlanRefusal> refuse_plan(PlanFacts const& facts, terms::GroupSettings const& settings) {
  if (!facts.title_in_each_language) return PlanRefusal::titles_wrong;
  if (facts.starts_at <= facts.now) return PlanRefusal::in_the_past;
  if (facts.starts_at > facts.now + plan_ahead_max) return PlanRefusal::too_far;
  if (facts.minutes < 1 || facts.minutes > settings.minutes_max) return PlanRefusal::too_long;
  if (facts.speakers < 1 || facts.speakers > settings.speakers_max || !facts.all_are_specialists) {
    return PlanRefusal::speakers_wrong;
  }
  if (facts.capacity < 1 || facts.capacity > settings.viewers_max) return PlanRefusal::too_many_places;
  if (facts.speaker_booked) return PlanRefusal::speaker_booked;
  if (facts.speaker_has_event) return PlanRefusal::speaker_has_event;
  return std::nullopt;
}

std::optional<MoveRefusal> refuse_move(MoveFacts const& facts, terms::GroupSettings const& settings) {
  if (facts.cancelled) return MoveRefusal::cancelled;
  if (facts.now >= facts.starts_at - settings.room_opens) return MoveRefusal::begun;
  if (facts.wanted <= facts.now) return MoveRefusal::in_the_past;
  if (facts.wanted > facts.now + plan_ahead_max) return MoveRefusal::too_far;
  if (facts.wanted == facts.starts_at) return MoveRefusal::same_time;
  if (facts.speaker_booked) return MoveRefusal::speaker_booked;
  if (facts.speaker_has_event) return MoveRefusal::speaker_has_event;
  return std::nullopt;
}

std::optional<CallOffRefusal> refuse_call_off(CallOffFacts const& facts) {
  if (facts.now >= facts.ends_at) return CallOffRefusal::over;
  if (facts.cancelled) return CallOffRefusal::cancelled;
  return std::nullopt;
}

}  // namespace kelisim::groups
