#include "use_cases/remedies.h"

#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "platform/jobs/jobs.h"
#include "store/bookings.h"
#include "store/cancellations.h"
#include "store/moves.h"
#include "store/occupations.h"
#include "terms/clauses.h"
#include "use_cases/appoint.h"
#include "use_cases/find_slot.h"
#include "use_cases/holds.h"

#include <fmt/format.h>

namespace kelisim::scheduling {

namespace {

/// The client's choice, or the money when none was made in time.
std::string remedy_promise(store::RemedyId remedy) { return fmt::format("scheduling.remedy:{}", remedy.view()); }

Clause clause_of(store::OfferedRemedy const& remedy) {
  auto const found = terms::find_clause(remedy.clause);
  ENSURE(found.has_value());
  return *found;
}

bool fits(Remedy offered, RemedyChoice choice) {
  switch (choice) {
    case RemedyChoice::refund:
      return true;
    case RemedyChoice::move:
      return offered == Remedy::refund_or_move;
    case RemedyChoice::repeat:
      return offered == Remedy::refund_or_repeat;
  }
  return false;
}

void give_back(db::Tx& tx, Parts const& parts, Booking const& booking, store::OfferedRemedy const& remedy,
               Instant now) {
  auto const decision = store::standing_cancellation(tx, booking.id);
  orders::Ground const ground{clause_of(remedy), decision ? std::optional(decision->decision) : std::nullopt};
  ENSURE(parts.orders.refund_in_full(tx, booking.order, ground, now).has_value());
}

/// Nobody chose, or can choose any more: the money goes back.
void refund_unchosen(db::Tx& tx, Parts const& parts, Booking const& booking, store::OfferedRemedy const& remedy,
                     Instant now) {
  ENSURE(store::take_remedy(tx, remedy.id, RemedyChoice::refund, std::nullopt, now));
  obligations::keep(tx, remedy_promise(remedy.id), {now});
  give_back(tx, parts, booking, remedy, now);
}

bool is_shut_out(db::Tx& tx, Parts const& parts, PersonId client) {
  auto const person = parts.people.find(tx, client);
  return person && person->state == identity::PersonState::blocked;
}

/// The chosen time, taken for `booking`, whose start and end it becomes.
std::optional<RemedyRefused> take_time(db::Tx& tx, Parts const& parts, Booking& booking, Instant starts_at,
                                       bool insert, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const slot = find_slot(
      tx, parts,
      {.specialist = booking.specialist, .starts_at = starts_at, .length = booking.ends_at - booking.starts_at},
      terms, now);
  if (!slot) return slot.error();
  booking.starts_at = slot->starts_at;
  booking.ends_at = slot->ends_at;
  booking.busy_until = slot->ends_at + parts.brand.scheduling.buffer;
  expire_holds_around(tx, parts, booking.specialist, {booking.starts_at, booking.busy_until}, now);
  if (insert) store::insert_booking(tx, booking);
  if (!store::occupy(tx, booking, std::nullopt)) {
    ENSURE(terms.booking.has_value());
    return HoldRefused{HoldRefusal::slot_taken, terms.booking->clients_per_slot.clause};
  }
  return std::nullopt;
}

/// The cancelled session takes place after all, at another time, for the money already paid.
Result<Booking, RemedyRefused> another_time(db::Tx& tx, Parts const& parts, Booking const& cancelled,
                                            Instant starts_at, store::OfferedRemedy const& remedy, Instant now) {
  auto booking = cancelled;
  if (auto refused = take_time(tx, parts, booking, starts_at, false, now))
    return Failure<RemedyRefused>(std::move(*refused));
  auto const cancellation = store::standing_cancellation(tx, booking.id);
  ENSURE(cancellation.has_value());
  store::lift_cancellation(tx, booking.id, now);
  store::set_times(tx, booking, now);
  store::confirm(tx, booking.id, BookingState::cancelled, now);
  booking.state = BookingState::confirmed;
  booking.confirmed_at = now;
  ENSURE(store::insert_move(tx, {.id = parts.random.id<MoveId>(now),
                                 .booking = booking.id,
                                 .side = Party::client,
                                 .asked_by = booking.client,
                                 .asked_at = now,
                                 .from = cancelled.starts_at,
                                 .to = booking.starts_at,
                                 .state = MoveState::made,
                                 .clause = remedy.clause,
                                 .decision = cancellation->decision,
                                 .answered_at = std::nullopt}));
  return booking;
}

/// A new booking on the order of the session that fell short.
Result<Booking, RemedyRefused> repeat_session(db::Tx& tx, Parts const& parts, Booking const& fell_short,
                                              Instant starts_at, Instant now) {
  auto booking = fell_short;
  booking.id = parts.random.id<BookingId>(now);
  booking.state = BookingState::confirmed;
  booking.held_at = now;
  booking.hold_expires_at = now;
  booking.confirmed_at = now;
  booking.repeat_of = fell_short.id;
  if (auto refused = take_time(tx, parts, booking, starts_at, true, now))
    return Failure<RemedyRefused>(std::move(*refused));
  return booking;
}

}  // namespace

void offer_remedy(db::Tx& tx, Parts const& parts, Booking const& booking, Remedy remedy, Clause const& because,
                  std::optional<Instant> until, Instant now) {
  auto const id = parts.random.id<store::RemedyId>(now);
  store::OfferedRemedy const offered{.id = id,
                                     .booking = booking.id,
                                     .offered = remedy,
                                     .clause = std::string(because.id),
                                     .offered_at = now,
                                     .due_at = until};
  if (!store::insert_remedy(tx, offered)) return;
  if (until) {
    jobs::enqueue(tx, {.kind = "scheduling.settle_remedy",
                       .dedupe_key = fmt::format("scheduling.settle_remedy:{}", id.view()),
                       .payload = {{"booking", booking.id.str()}},
                       .due_at = *until});
    obligations::undertake(tx, parts.random,
                           {.kind = "scheduling.remedy",
                            .subject = booking.id.str(),
                            .person = booking.client,
                            .clause = because,
                            .terms_version = booking.terms_version,
                            .owner = obligations::Owner::system,
                            .due = terms::due_at(*until),
                            .arose_at = now,
                            .dedupe_key = remedy_promise(id)});
  }
  if (is_shut_out(tx, parts, booking.client)) refund_unchosen(tx, parts, booking, offered, now);
}

Result<Booking, RemedyRefused> choose_remedy(db::Tx& tx, Parts const& parts, Booking const& booking,
                                             Choice const& choice, Instant now) {
  using Refused = Failure<RemedyRefused>;
  auto const remedy = store::last_remedy(tx, booking.id);
  if (!remedy) return Refused(ChoiceRefusal::nothing_offered);
  if (!fits(remedy->offered, choice.take)) return Refused(ChoiceRefusal::other_choice_offered);
  if (choice.take != RemedyChoice::refund && !choice.starts_at) return Refused(ChoiceRefusal::start_missing);
  auto const refund = decide_remedy({.offered = remedy->offered,
                                     .taken = remedy->choice.has_value(),
                                     .until = remedy->due_at,
                                     .chooses_refund = choice.take == RemedyChoice::refund,
                                     .now = now});
  if (!refund) return Refused(refund.error());

  if (!store::take_remedy(tx, remedy->id, choice.take, booking.client, now))
    return Refused(RemedyRefusal::already_taken);
  obligations::keep(tx, remedy_promise(remedy->id), {now});
  if (*refund) {
    give_back(tx, parts, booking, *remedy, now);
    return booking;
  }
  auto result = choice.take == RemedyChoice::move ? another_time(tx, parts, booking, *choice.starts_at, *remedy, now)
                                                  : repeat_session(tx, parts, booking, *choice.starts_at, now);
  if (!result) return result;
  appoint(tx, parts, *result, now);
  tell_booked(tx, parts, *result, now);
  return result;
}

void settle_remedy(db::Tx& tx, Parts const& parts, BookingId id, Instant now) {
  auto const booking = store::lock_booking(tx, id);
  ENSURE(booking.has_value());
  auto const remedy = store::last_remedy(tx, id);
  if (!remedy || remedy->choice || !remedy->due_at || now < *remedy->due_at) return;
  refund_unchosen(tx, parts, *booking, *remedy, now);
}

void settle_remedies_of(db::Tx& tx, Parts const& parts, PersonId client, Instant now) {
  for (auto const& id : store::open_remedies_of(tx, client)) {
    auto const booking = store::lock_booking(tx, id);
    auto const remedy = store::last_remedy(tx, id);
    ENSURE(booking && remedy && !remedy->choice);
    refund_unchosen(tx, parts, *booking, *remedy, now);
  }
}

bool repeat_taken(db::Tx& tx, BookingId booking) { return store::find_repeat(tx, booking).has_value(); }

void offer_repeat(db::Tx& tx, Parts const& parts, Booking const& booking, Clause const& because, Instant now) {
  offer_remedy(tx, parts, booking, Remedy::refund_or_repeat, because, std::nullopt, now);
}

}  // namespace kelisim::scheduling
