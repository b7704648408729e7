#include "use_cases/move_booking.h"

#include "kernel/ensure.h"
#include "store/bookings.h"
#include "store/occupations.h"
#include "use_cases/appoint.h"
#include "use_cases/find_slot.h"
#include "use_cases/holds.h"

#include <fmt/format.h>

namespace kelisim::scheduling {

namespace {

constexpr std::string_view kind = "scheduling.move";
constexpr Duration day = std::chrono::hours(24);

PersonId person_of(OwnBooking const& own) {
  return own.side == Party::client ? own.booking.client : own.booking.specialist;
}

Party other(Party side) { return side == Party::client ? Party::specialist : Party::client; }

PersonId person_of(Booking const& booking, Party side) {
  return side == Party::client ? booking.client : booking.specialist;
}

std::string subject_of(Booking const& booking, Instant starts_at) {
  return fmt::format("{}|{}", booking.id.view(), starts_at.micros);
}

MoveFacts facts_of(db::Tx& tx, Parts const& parts, OwnBooking const& own, Instant starts_at, Instant received_at) {
  return {.state = own.booking.state,
          .starts_at = own.booking.starts_at,
          .new_starts_at = starts_at,
          .paid = paid_for(tx, own.booking, parts.brand.currency),
          .by = own.side,
          .received_at = received_at};
}

Result<Interval, SlotRefused> find_new_time(db::Tx& tx, Parts const& parts, Booking const& booking, Instant starts_at,
                                            Party proposed_by, Instant now) {
  return find_slot(tx, parts,
                   {.specialist = booking.specialist,
                    .starts_at = starts_at,
                    .length = booking.ends_at - booking.starts_at,
                    .except = booking.id,
                    .any_hour = proposed_by == Party::specialist},
                   parts.brand.terms.at(booking.terms_version), now);
}

void tell_moved(db::Tx& tx, Parts const& parts, Booking const& booking, Instant from, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  for (auto const kind_of_side : {BookingNoticeKind::booking_moved, BookingNoticeKind::practice_moved}) {
    auto const to_client = kind_of_side == BookingNoticeKind::booking_moved;
    parts.notices.request(tx, now,
                          {.kind = kind_of_side,
                           .booking = booking.id,
                           .to = to_client ? booking.client : booking.specialist,
                           .starts_at = booking.starts_at,
                           .other_starts_at = from,
                           .refund_deadline = refund_deadline_of(booking, terms)});
  }
}

/// The payment moves to the new time: the old time is freed, the new one taken, whoever asked.
std::optional<HoldRefused> carry_over(db::Tx& tx, Parts const& parts, Booking& booking, Interval slot, Instant now) {
  auto const from = booking.starts_at;
  parts.events.called_off(tx, booking, now);
  ENSURE(store::vacate(tx, booking.id));
  booking.starts_at = slot.starts_at;
  booking.ends_at = slot.ends_at;
  booking.busy_until = slot.ends_at + parts.brand.scheduling.buffer;
  expire_holds_around(tx, parts, booking.specialist, {booking.starts_at, booking.busy_until}, now);
  if (!store::occupy(tx, booking, std::nullopt)) {
    auto const& terms = parts.brand.terms.at(booking.terms_version);
    ENSURE(terms.booking.has_value());
    return HoldRefused{HoldRefusal::slot_taken, terms.booking->clients_per_slot.clause};
  }
  store::set_times(tx, booking, now);
  appoint(tx, parts, booking, now);
  tell_moved(tx, parts, booking, from, now);
  return std::nullopt;
}

/// Answers whether the request was written.
bool write_move(db::Tx& tx, Parts const& parts, OwnBooking const& own, MoveFacts const& facts,
                MoveDecided const& decided, Instant now) {
  auto const& booking = own.booking;
  auto const decision =
      terms::record(tx, parts.random, kind, booking.id.view(), booking.client,
                    parts.brand.terms.at(booking.terms_version), facts, decided, decided.because, facts.received_at);
  return store::insert_move(tx, {.id = parts.random.id<MoveId>(now),
                                 .booking = booking.id,
                                 .side = own.side,
                                 .asked_by = person_of(own),
                                 .asked_at = now,
                                 .from = facts.starts_at,
                                 .to = facts.new_starts_at,
                                 .state = decided.at_once ? MoveState::made : MoveState::asked,
                                 .clause = std::string(decided.because.id),
                                 .decision = decision.str(),
                                 .answered_at = std::nullopt});
}

void tell_asked(db::Tx& tx, Parts const& parts, OwnBooking const& own, Instant to, Instant now) {
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::move_requested,
                         .booking = own.booking.id,
                         .to = person_of(own.booking, other(own.side)),
                         .starts_at = own.booking.starts_at,
                         .other_starts_at = to});
}

void tell_answered(db::Tx& tx, Parts const& parts, Booking const& booking, store::Move const& move, bool accepted,
                   Instant now) {
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::move_answered,
                         .booking = booking.id,
                         .to = move.asked_by,
                         .starts_at = booking.starts_at,
                         .other_starts_at = move.to,
                         .accepted = accepted});
}

}  // namespace

Result<MovePreview, PreviewMoveRefused> preview_move(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                     Instant starts_at, Instant now) {
  using Refused = Failure<PreviewMoveRefused>;
  auto const decided =
      decide_move(facts_of(tx, parts, own, starts_at, now), parts.brand.terms.at(own.booking.terms_version));
  if (!decided) return Refused(decided.error());
  auto const slot = find_new_time(tx, parts, own.booking, starts_at, own.side, now);
  if (!slot) return Refused(slot.error());
  auto token = parts.previews.sign({.kind = std::string(kind),
                                    .subject = subject_of(own.booking, starts_at),
                                    .person = person_of(own),
                                    .decided_at = now,
                                    .outcome = json::to_text(*decided)});
  return MovePreview{*decided, std::move(token), parts.previews.expires_at(now)};
}

Result<Booking, MoveBookingRefused> move_booking(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                 MoveRequest const& request, Instant now) {
  using Refused = Failure<MoveBookingRefused>;
  auto const& terms = parts.brand.terms.at(own.booking.terms_version);
  std::optional<terms::HonouredPreview> promise;
  if (request.preview) {
    auto const verified = parts.previews.verify(*request.preview, kind, subject_of(own.booking, request.starts_at),
                                                person_of(own), now);
    if (!verified) return Refused(verified.error());
    promise = *verified;
  }
  // What has begun since the promise is not moved any more.
  auto const as_of_now = decide_move(facts_of(tx, parts, own, request.starts_at, now), terms);
  if (!as_of_now) return Refused(as_of_now.error());
  auto const facts = facts_of(tx, parts, own, request.starts_at, promise ? promise->decided_at : now);
  auto const decided = decide_move(facts, terms);
  if (!decided) return Refused(decided.error());
  if (promise && !promise->promises(json::to_text(*decided))) return Refused(terms::PreviewRefusal::outdated);
  auto const slot = find_new_time(tx, parts, own.booking, request.starts_at, own.side, now);
  if (!slot) return Refused(slot.error());
  if (store::count_moves_since(tx, own.booking.id, now - day) >= moves_a_day_max)
    return Refused(HoldRefused{HoldRefusal::too_many_moves, std::nullopt});

  auto booking = own.booking;
  if (decided->at_once) {
    store::lapse_moves(tx, booking.id, now);
    ENSURE(write_move(tx, parts, own, facts, *decided, now));
    if (auto const refused = carry_over(tx, parts, booking, *slot, now)) return Refused(*refused);
    return booking;
  }
  if (!write_move(tx, parts, own, facts, *decided, now)) return Refused(AskRefusal::waits_for_answer);
  tell_asked(tx, parts, own, request.starts_at, now);
  return booking;
}

Result<Booking, AnswerMoveRefused> answer_move(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                               store::Move const& move, bool accepts, Instant now) {
  using Refused = Failure<AnswerMoveRefused>;
  auto booking = own.booking;
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  MoveAnswerFacts const facts{.state = booking.state,
                              .starts_at = booking.starts_at,
                              .asked_starts_at = move.from,
                              .new_starts_at = move.to,
                              .consent_of = other(move.side),
                              .by = own.side,
                              .answered = move.state != MoveState::asked,
                              .accepts = accepts,
                              .now = now};
  auto const answered = decide_move_answer(facts, terms);
  if (!answered) return Refused(answered.error());
  terms::record(tx, parts.random, "scheduling.move_answer", booking.id.view(), booking.client, terms, facts,
                *answered, answered->because, now);
  auto const state = answered->moves ? MoveState::accepted : MoveState::declined;
  if (!store::answer_move(tx, move.id, state, person_of(own), now))
    return Refused(MoveAnswerRefusal::already_answered);
  if (answered->moves) {
    auto const slot = find_new_time(tx, parts, booking, move.to, move.side, now);
    if (!slot) return Refused(slot.error());
    if (auto const refused = carry_over(tx, parts, booking, *slot, now)) return Refused(*refused);
  }
  tell_answered(tx, parts, booking, move, answered->moves, now);
  return booking;
}

}  // namespace kelisim::scheduling
