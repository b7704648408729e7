#include "scheduling/rules/end_sessions.h"

#include "kernel/ensure.h"

namespace kelisim::scheduling {
namespace {

Failure<CancelRefused> refused(CancelRefusal why) { return Failure(CancelRefused{why, std::nullopt}); }

std::optional<CancelRefusal> stands_in_the_way(CancelFacts const& facts) {
  if (facts.state == BookingState::cancelled) return CancelRefusal::already_cancelled;
  if (facts.state == BookingState::finished) return CancelRefusal::already_started;
  if (facts.state != BookingState::confirmed) return CancelRefusal::not_confirmed;
  if (facts.received_at >= facts.starts_at) return CancelRefusal::already_started;
  return std::nullopt;
}

Cancelled worth(CancelFacts const& facts, terms::Term<int> const& percent) {
  auto const refund = share(facts.paid, BasisPoints{percent.value * 100});
  return {.refund = refund,
          .kept = facts.paid - refund,
          .in_time = true,
          .received_at = facts.received_at,
          .effective_at = facts.received_at,
          .refund_deadline = std::nullopt,
          .remedy = std::nullopt,
          .choice_until = std::nullopt,
          .payout_accrues = refund != facts.paid,
          .because = percent.clause,
          .rests_on = {}};
}

Result<Cancelled, CancelRefused> by_client(CancelFacts const& facts, terms::Terms const& terms) {
  if (!terms.termination || !terms.termination->client_may.value) return refused(CancelRefusal::no_such_right);
  auto cancelled = decide_cancel(facts, terms);
  if (cancelled) cancelled->rests_on.push_back(terms.termination->client_sessions.clause);
  return cancelled;
}

Cancelled forfeited(EndingFacts const& facts, terms::BreachTerms const& terms) {
  ENSURE(facts.breach.has_value());
  auto const abuse = *facts.breach == terms.abuse_clause.value;
  auto outcome = worth(facts.session, abuse ? terms.abuse_refund_percent : terms.unused_refund_percent);
  if (abuse) outcome.rests_on.push_back(terms.unused_refund_percent.clause);
  return outcome;
}

}  // namespace

Result<Cancelled, CancelRefused> decide_ending(EndingFacts const& facts, terms::Terms const& terms) {
  if (auto const why = stands_in_the_way(facts.session)) return refused(*why);
  switch (facts.ending) {
    case Ending::by_client:
      return by_client(facts.session, terms);
    case Ending::by_provider: {
      if (!terms.termination) return refused(CancelRefusal::no_such_right);
      auto outcome = worth(facts.session, terms.termination->provider_refund_percent);
      outcome.rests_on.push_back(terms.termination->provider_may.clause);
      return outcome;
    }
    case Ending::restricted: {
      if (!terms.restriction) return refused(CancelRefusal::no_such_right);
      auto outcome = worth(facts.session, terms.restriction->refund_percent);
      outcome.rests_on.push_back(terms.restriction->may.clause);
      return outcome;
    }
    case Ending::forfeited:
      if (!terms.breach) return refused(CancelRefusal::no_such_right);
      return forfeited(facts, *terms.breach);
  }
  ENSURE(false);
  return refused(CancelRefusal::no_such_right);
}

}  // namespace kelisim::scheduling
