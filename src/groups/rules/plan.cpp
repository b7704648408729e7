#include "rules/plan.h"

namespace kelisim::groups {

std::optional<PlanRefusal> refuse_plan(PlanFacts const& facts, terms::GroupSettings const& settings) {
  if (!facts.title_in_each_language) return PlanRefusal::titles_wrong;
  if (facts.starts_at <= facts.now) return PlanRefusal::in_the_past;
  if (facts.minutes < 1 || facts.minutes > settings.minutes_max) return PlanRefusal::too_long;
  if (facts.speakers < 1 || facts.speakers > settings.speakers_max || !facts.all_are_specialists) {
    return PlanRefusal::speakers_wrong;
  }
  if (facts.capacity < 1 || facts.capacity > settings.viewers_max) return PlanRefusal::too_many_places;
  return std::nullopt;
}

}  // namespace kelisim::groups
