#include "contracts/rules/end_contract.h"

namespace kelisim::contracts {
namespace {

Failure<EndRefused> refused(EndRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(EndRefused{why, because});
}

}  // namespace

Result<Ended, EndRefused> decide_end(EndFacts const& facts, terms::Terms const& terms) {
  if (!terms.termination) return refused(EndRefusal::no_such_right);
  auto const& termination = *terms.termination;
  auto const by_client = facts.initiator == Initiator::client;
  auto const& right = by_client ? termination.client_may : termination.provider_may;
  if (!right.value) return refused(EndRefusal::no_such_right, right.clause);
  if (facts.ended) return refused(EndRefusal::already_ended);
  if (facts.sent == Sent::other_address) return refused(EndRefusal::sender_unknown, termination.client_sender.clause);
  if (!by_client && !facts.has_reasons) return refused(EndRefusal::reasons_missing, termination.channel.clause);
  Ended ended{.initiator = facts.initiator,
              .ended_at = facts.received_at,
              .because = right.clause,
              .rests_on = {termination.channel.clause}};
  ended.rests_on.push_back(by_client ? termination.client_sessions.clause
                                     : termination.provider_refund_percent.clause);
  return ended;
}

}  // namespace kelisim::contracts
