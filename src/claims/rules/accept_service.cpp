#include "claims/rules/accept_service.h"

#include "kernel/ensure.h"

namespace kelisim::claims {

Acceptance decide_acceptance(AcceptanceFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.acceptance.has_value());
  auto const& acceptance = *terms.acceptance;
  auto const until = facts.ended_at + acceptance.claim_time.value;
  Acceptance decided{.state = AcceptanceState::awaiting,
                     .claims_until = until,
                     .accepted_at = std::nullopt,
                     .payable = false,
                     .because = acceptance.claim_time.clause,
                     .rests_on = {acceptance.boundary.clause, acceptance.payout_after.clause}};
  switch (facts.claim) {
    case ClaimEnd::open:
      decided.state = AcceptanceState::disputed;
      decided.because = acceptance.claim_form.clause;
      return decided;
    case ClaimEnd::founded:
      decided.state = AcceptanceState::not_accepted;
      decided.because = acceptance.granted_claim_remedy.clause;
      return decided;
    case ClaimEnd::unfounded:
      ENSURE(facts.claim_decided_at.has_value());
      decided.state = AcceptanceState::accepted;
      decided.accepted_at = facts.claim_decided_at;
      decided.payable = true;
      decided.because = acceptance.granted_claim_remedy.clause;
      return decided;
    case ClaimEnd::none:
      break;
  }
  auto const over = acceptance.boundary.value == terms::Boundary::inclusive ? facts.now > until : facts.now >= until;
  if (over) {
    decided.state = AcceptanceState::accepted;
    decided.accepted_at = until;
    decided.payable = true;
  }
  return decided;
}

}  // namespace kelisim::claims
