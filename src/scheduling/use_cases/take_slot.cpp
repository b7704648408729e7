#include "use_cases/take_slot.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "store/bookings.h"
#include "store/occupations.h"
#include "terms/acceptance.h"
#include "terms/confirmation.h"
#include "terms/editions.h"
#include "use_cases/find_slot.h"
#include "use_cases/holds.h"

namespace kelisim::scheduling {

namespace {

/// The edition that a contract binds the client to, if it is the one in force.
struct Contract {
  std::optional<std::string> accepted;
  bool in_force = false;
};

Contract contract_of(db::Tx& tx, PersonId client, Instant now) {
  auto const accepted = terms::current_acceptance(tx, client, "offer");
  auto const in_force = terms::edition_in_force(tx, "offer", now);
  if (!accepted) return {};
  return {accepted->version, in_force && in_force->version == accepted->version};
}

bool confirmed_safety(db::Tx& tx, PersonId client) {
  return terms::last_confirmed(tx, client, terms::Confirmation::safety).has_value();
}

BookingFacts booking_facts(db::Tx& tx, Parts const& parts, SlotRequest const& request, Contract const& contract,
                           terms::Terms const& terms, Instant now) {
  auto const person = parts.people.find(tx, request.client);
  auto const registered = person && person->role == Role::client;
  return {.registered = registered,
          .accepted_offer = contract.accepted.has_value(),
          .ended = registered && person->state != identity::PersonState::active,
          .accepted_is_in_force = contract.in_force,
          .under_age = parts.people.flagged_under_age(tx, request.client),
          .questionnaire_complete = registered && parts.people.questionnaire_complete(tx, request.client),
          .specialist_offered = catalogue::is_offered_now(tx, request.specialist, parts.brand.zone, terms, now) &&
                                catalogue::price_at(tx, request.specialist, now).has_value(),
          .confirms_safety = request.confirms_safety || confirmed_safety(tx, request.client)};
}

Booking held_booking(Parts const& parts, SlotRequest const& request, Interval slot, std::string terms_version,
                     orders::OrderId order, BookingId id, Instant now) {
  return {.id = id,
          .specialist = request.specialist,
          .client = request.client,
          .state = BookingState::held,
          .starts_at = slot.starts_at,
          .ends_at = slot.ends_at,
          .busy_until = slot.ends_at + parts.brand.scheduling.buffer,
          .order = order,
          .terms_version = std::move(terms_version),
          .held_at = now,
          .hold_expires_at = now + parts.brand.scheduling.slot_hold,
          .confirmed_at = std::nullopt,
          .repeat_of = std::nullopt};
}

Result<Booking, TakeSlotRefused> hold(db::Tx& tx, Parts const& parts, SlotRequest const& request,
                                      std::string const& accepted, terms::Terms const& terms, Instant now) {
  using Refused = Failure<TakeSlotRefused>;
  auto const slot = find_slot(tx, parts, {request.specialist, request.starts_at}, terms, now);
  if (!slot) return Refused(slot.error());
  store::lock_holds(tx, request.client);
  if (store::count_live_holds(tx, request.client, now) >= held_at_once_max)
    return Refused(HoldRefused{HoldRefusal::too_many_holds, std::nullopt});

  auto const id = parts.random.id<BookingId>(now);
  auto const order = parts.orders.open(tx, {id.str(), request.client, request.specialist, accepted}, now);
  auto booking = held_booking(parts, request, *slot, accepted, order, id, now);
  expire_holds_around(tx, parts, booking.specialist, {booking.starts_at, booking.busy_until}, now);
  store::insert_booking(tx, booking);
  if (!store::occupy(tx, booking, booking.hold_expires_at)) {
    ENSURE(terms.booking.has_value());
    return Refused(HoldRefused{HoldRefusal::slot_taken, terms.booking->clients_per_slot.clause});
  }
  return booking;
}

}  // namespace

Result<Booking, TakeSlotRefused> take_slot(db::Tx& tx, Parts const& parts, SlotRequest const& request, Instant now) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  auto const contract = contract_of(tx, request.client, now);
  auto const admitted = admit_booking(booking_facts(tx, parts, request, contract, terms, now), terms);
  if (!admitted) return Failure<TakeSlotRefused>(admitted.error());
  if (request.confirms_safety && !confirmed_safety(tx, request.client)) {
    terms::confirm(tx, parts.random, request.client, {terms::Confirmation::safety, *contract.accepted, now});
  }
  auto const mark = tx.mark();
  auto booking = hold(tx, parts, request, *contract.accepted, terms, now);
  booking ? tx.keep(mark) : tx.undo(mark);
  return booking;
}

}  // namespace kelisim::scheduling
