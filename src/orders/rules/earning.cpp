#include "orders/rules/earning.h"

#include "kernel/ensure.h"

namespace kelisim::orders {

Earning decide_earning(EarningFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.acceptance && terms.price && terms.cancellation);
  switch (facts.end) {
    case ServiceEnd::disputed:
      return {false, std::nullopt, terms.acceptance->payout_after.clause};
    case ServiceEnd::forfeited:
      return {facts.now >= facts.ended_at, facts.ended_at, terms.cancellation->late_forfeit_goes_to.clause};
    case ServiceEnd::rendered:
      break;
  }
  auto const at = facts.ended_at + terms.acceptance->claim_time.value;
  auto const claims_over =
      terms.acceptance->boundary.value == terms::Boundary::inclusive ? facts.now > at : facts.now >= at;
  return {claims_over, at, terms.price->earned_on.clause};
}

}  // namespace kelisim::orders
