#include "contracts/rules/restrict.h"

namespace kelisim::contracts {

Result<Restricted, RestrictionRefused> decide_restriction(RestrictionFacts const& facts, terms::Terms const& terms) {
  auto const refused = [](RestrictionRefusal why, std::optional<Clause> because = std::nullopt) {
    return Failure(RestrictionRefused{why, because});
  };
  if (!terms.restriction || !terms.restriction->may.value) return refused(RestrictionRefusal::no_such_right);
  auto const& restriction = *terms.restriction;
  if (facts.restricted) return refused(RestrictionRefusal::already_restricted);
  if (!facts.ground_known) return refused(RestrictionRefusal::ground_unknown, restriction.may.clause);
  if (restriction.reason_stored.value && !facts.has_reasons) {
    return refused(RestrictionRefusal::reasons_missing, restriction.reason_stored.clause);
  }
  return Restricted{
      .shows_ground = facts.ground.has_value() && (facts.shows_ground || restriction.reason_shown.value),
      .forfeits = false,
      .because = facts.ground ? restriction.may.clause : restriction.reason_shown.clause,
      .rests_on = {restriction.refund_percent.clause}};
}

Result<Lifted, LiftRefused> decide_lift(LiftFacts const& facts, terms::Terms const& terms) {
  auto const refused = [](LiftRefusal why, std::optional<Clause> because = std::nullopt) {
    return Failure(LiftRefused{why, because});
  };
  if (!terms.restriction || !terms.breach) return refused(LiftRefusal::no_such_right);
  auto const lifting = facts.unfounded ? terms.breach->abuse_refund_percent.clause : terms.restriction->may.clause;
  if (facts.unfounded && !facts.of_breach) return refused(LiftRefusal::no_breach);
  if (facts.unfounded && facts.same_person) return refused(LiftRefusal::same_person, lifting);
  if (!facts.has_reasons) return refused(LiftRefusal::reasons_missing, terms.restriction->reason_stored.clause);
  return Lifted{.returns_forfeited = facts.unfounded, .reopens = facts.unfounded, .because = lifting};
}

}  // namespace kelisim::contracts
