#include "sessions/rules/room_admission.h"

#include "kernel/ensure.h"

namespace kelisim::sessions {

Instant room_opens_at(Instant starts_at, Duration brand_lead, terms::Terms const& terms) {
  auto const promised = terms.room ? terms.room->opens_before.value : Duration::zero();
  return starts_at - std::max(brand_lead, promised);
}

Result<JoinAdmitted, JoinRefused> admit_to_room(JoinFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.session && terms.booking && terms.room);
  if (facts.is_client_of_booking == facts.is_specialist_of_booking) {
    return Failure(JoinRefused{JoinRefusal::not_a_party, terms.session->max_participants.clause});
  }
  if (facts.state != scheduling::BookingState::confirmed && facts.state != scheduling::BookingState::finished) {
    return Failure(JoinRefused{JoinRefusal::not_confirmed, terms.booking->payment_before_booking.clause});
  }
  if (facts.now < room_opens_at(facts.starts_at, std::chrono::seconds(facts.opens_seconds), terms)) {
    return Failure(JoinRefused{JoinRefusal::too_early, terms.room->opens_before.clause});
  }
  if (facts.state == scheduling::BookingState::finished || facts.now >= facts.ends_at) {
    return Failure(JoinRefused{JoinRefusal::ended, std::nullopt});
  }
  auto const as = facts.is_client_of_booking ? scheduling::Party::client : scheduling::Party::specialist;
  return JoinAdmitted{as, terms.room->reached_through_service.clause};
}

}  // namespace kelisim::sessions
