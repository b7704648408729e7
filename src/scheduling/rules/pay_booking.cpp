#include "scheduling/rules/pay_booking.h"

#include "kernel/ensure.h"
#include "terms/rules/notice.h"

namespace kelisim::scheduling {

PaymentWarning payment_warning(PaymentWarningFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.booking && terms.cancellation);
  auto const deadline = terms::refund_deadline(facts.starts_at, *terms.cancellation).at;
  auto const near = facts.starts_at - facts.now < terms.booking->warn_no_refund.value;
  return {.must_confirm = near || facts.now > deadline,
          .refund_deadline = deadline,
          .because = terms.booking->warn_no_refund.clause};
}

Binding bind_at_payment(BindingFacts const& facts) {
  if (facts.payment_begun || facts.held_under == facts.in_force) return Binding::stays;
  return facts.accepted == facts.in_force ? Binding::comes_under : Binding::outdated;
}

PaymentArrived decide_payment(PaymentArrivedFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.booking && terms.prepayment && terms.price);
  auto const goes_back = [&](Clause const& because, std::optional<Remedy> remedy) {
    return PaymentArrived{PaymentEnd::refunded, facts.captured, remedy, because, {}};
  };
  if (facts.captured < facts.price) return goes_back(terms.prepayment->percent.clause, std::nullopt);
  if (facts.captured > facts.price) return goes_back(terms.price->currency.clause, std::nullopt);
  auto const holds = facts.state == BookingState::held && hold_is_live(facts.hold_expires_at, facts.now);
  auto const waits = facts.state == BookingState::held || facts.state == BookingState::expired ||
                     facts.state == BookingState::released;
  if (!holds && !(waits && facts.slot_still_free)) {
    return goes_back(terms.booking->clients_per_slot.clause, Remedy::refund_or_move);
  }
  return {PaymentEnd::confirmed,
          Money::zero(facts.price.currency()),
          std::nullopt,
          terms.booking->payment_before_booking.clause,
          {terms.prepayment->percent.clause, terms.price->currency.clause}};
}

Result<bool, RemedyRefusal> decide_remedy(RemedyFacts const& facts) {
  if (facts.taken) return Failure(RemedyRefusal::already_taken);
  if (facts.until && facts.now >= *facts.until) return Failure(RemedyRefusal::too_late);
  return facts.chooses_refund;
}

}  // namespace kelisim::scheduling
