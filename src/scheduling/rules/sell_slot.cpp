#include "scheduling/rules/sell_slot.h"

#include "kernel/ensure.h"

namespace kelisim::scheduling {
namespace {

Failure<SlotRefused> refused(SlotRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(SlotRefused{why, because});
}

bool meets(Interval a, Interval b, Duration gap) {
  return a.starts_at < b.ends_at + gap && b.starts_at < a.ends_at + gap;
}

}  // namespace

bool is_free(Interval slot, std::span<Interval const> taken, Duration buffer) {
  return std::ranges::none_of(taken, [&](Interval const& other) { return meets(slot, other, buffer); });
}

Result<SlotAdmitted, SlotRefused> admit_slot(SlotFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.booking && terms.session && terms.lateness);
  auto const& slot = facts.slot;
  auto const lead = slot.starts_at - facts.now;
  if (lead <= Duration::zero()) return refused(SlotRefusal::in_the_past);
  if (lead < std::chrono::seconds(facts.min_lead_seconds)) return refused(SlotRefusal::too_soon);
  if (lead > std::chrono::days(facts.horizon_days)) return refused(SlotRefusal::too_far);
  if (slot.ends_at - slot.starts_at < std::chrono::minutes(terms.session->min_minutes.value)) {
    return refused(SlotRefusal::too_short, terms.session->min_minutes.clause);
  }
  if (!facts.within_hours) return refused(SlotRefusal::outside_hours);
  if (!terms.booking->overlap_allowed.value && !is_free(slot, facts.taken, Duration::zero())) {
    return refused(SlotRefusal::overlaps, terms.booking->overlap_allowed.clause);
  }
  if (!is_free(slot, facts.taken, std::chrono::seconds(facts.buffer_seconds))) {
    return refused(SlotRefusal::no_buffer, terms.lateness->extension_before_next_booking.clause);
  }
  return SlotAdmitted{terms.booking->overlap_allowed.clause};
}

Result<BookingAdmitted, BookingRefused> admit_booking(BookingFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.booking && terms.offer && terms.person && terms.questionnaire && terms.specialist);
  auto const no = [](BookingRefusal why, Clause const& because) { return Failure(BookingRefused{why, because}); };
  if (!facts.registered) return no(BookingRefusal::not_registered, terms.booking->registration_required.clause);
  if (!facts.accepted_offer) return no(BookingRefusal::no_contract, terms.offer->contract_formed_at.clause);
  if (facts.ended && terms.termination) {
    return no(BookingRefusal::contract_ended, terms.termination->provider_may.clause);
  }
  if (!facts.accepted_is_in_force) return no(BookingRefusal::contract_outdated, terms.offer->new_edition_from.clause);
  if (facts.under_age) return no(BookingRefusal::under_age, terms.person->min_age_years.clause);
  if (!facts.questionnaire_complete) {
    return no(BookingRefusal::questionnaire_required, terms.booking->order_of_steps.clause);
  }
  if (!facts.specialist_offered) {
    return no(BookingRefusal::specialist_unavailable, terms.specialist->education_verified.clause);
  }
  if (terms.safety && terms.safety->confirmed_before_first_booking.value && !facts.confirms_safety) {
    return no(BookingRefusal::safety_confirmation_required, terms.safety->confirmed_before_first_booking.clause);
  }
  return BookingAdmitted{terms.booking->order_of_steps.clause};
}

}  // namespace kelisim::scheduling
