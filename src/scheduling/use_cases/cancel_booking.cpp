#include "use_cases/cancel_booking.h"

#include "kernel/ensure.h"
#include "orders/rules/earning.h"
#include "platform/jobs/jobs.h"
#include "store/bookings.h"
#include "store/cancellations.h"
#include "store/moves.h"
#include "store/occupations.h"
#include "store/remedies.h"
#include "terms/clauses.h"
#include "use_cases/appoint.h"
#include "use_cases/holds.h"
#include "use_cases/remedies.h"

namespace kelisim::scheduling {

namespace {

constexpr std::string_view kind = "scheduling.cancel";

PersonId person_of(OwnBooking const& own) {
  return own.side == Party::client ? own.booking.client : own.booking.specialist;
}

CancelFacts facts_of(db::Tx& tx, Parts const& parts, OwnBooking const& own, Instant received_at) {
  return {.state = own.booking.state,
          .starts_at = own.booking.starts_at,
          .paid = paid_for(tx, own.booking, parts.brand.currency),
          .by = own.side,
          .received_at = received_at};
}

/// The promise that the request carries, if any.
Result<std::optional<terms::HonouredPreview>, terms::PreviewRefusal> promise_of(Parts const& parts,
                                                                                OwnBooking const& own,
                                                                                CancelRequest const& request,
                                                                                Instant now) {
  if (!request.preview) return std::nullopt;
  auto promise = parts.previews.verify(*request.preview, kind, own.booking.id.view(), person_of(own), now);
  if (!promise) return Failure(promise.error());
  return *std::move(promise);
}

void settle_money(db::Tx& tx, Parts const& parts, Booking const& booking, Cancelled const& cancelled,
                  std::string const& decision, Instant now) {
  if (cancelled.remedy) {
    offer_remedy(tx, parts, booking, *cancelled.remedy, cancelled.because, cancelled.choice_until, now);
    return;
  }
  orders::Ground const ground{cancelled.because, decision};
  if (cancelled.refund.is_positive()) {
    ENSURE(cancelled.kept.is_zero());
    ENSURE(parts.orders.refund_in_full(tx, booking.order, ground, now).has_value());
    return;
  }
  auto const earning = orders::decide_earning({orders::ServiceEnd::forfeited, cancelled.received_at, now},
                                              parts.brand.terms.at(booking.terms_version));
  if (!cancelled.payout_accrues || !earning.earned) return;
  auto const earned = parts.orders.earn(tx, booking.order, {earning.because, decision}, now);
  // A free repeat stands on the order of the first session, which may have been accepted before an appeal brought it.
  ENSURE(earned || earned.error() == orders::EarnRefusal::already_earned);
}

void tell(db::Tx& tx, Parts const& parts, OwnBooking const& own, Cancelled const& cancelled, Instant now) {
  auto const& booking = own.booking;
  auto const by_client = own.side == Party::client;
  parts.notices.request(tx, now,
                        {.kind = by_client ? BookingNoticeKind::booking_cancelled_by_client
                                           : BookingNoticeKind::booking_cancelled_by_specialist,
                         .booking = booking.id,
                         .to = booking.client,
                         .starts_at = booking.starts_at,
                         .refund = cancelled.refund,
                         .clause = std::string(cancelled.because.number),
                         .received_at = cancelled.received_at,
                         .effective_at = cancelled.effective_at});
  if (by_client)
    parts.notices.request(tx, now,
                          {.kind = BookingNoticeKind::practice_cancelled,
                           .booking = booking.id,
                           .to = booking.specialist,
                           .starts_at = booking.starts_at});
}

Booking apply(db::Tx& tx, Parts const& parts, OwnBooking const& own, CancelFacts const& facts,
              Cancelled const& cancelled, PersonId by, Instant now) {
  auto const& terms = parts.brand.terms.at(own.booking.terms_version);
  auto const decision = terms::record(tx, parts.random, kind, own.booking.id.view(), own.booking.client, terms, facts,
                                      cancelled, cancelled.because, cancelled.received_at);
  auto booking = carry_out(tx, parts, own.booking, {cancelled, own.side, by, decision.str()}, now);
  tell(tx, parts, own, cancelled, now);
  return booking;
}

}  // namespace

Booking carry_out(db::Tx& tx, Parts const& parts, Booking booking, DecidedCancellation const& decided, Instant now) {
  auto const& cancelled = decided.outcome;
  store::insert_cancellation(tx, booking.id,
                             {.side = decided.side,
                              .person = decided.person,
                              .received_at = cancelled.received_at,
                              .effective_at = cancelled.effective_at,
                              .refund = cancelled.refund,
                              .clause = std::string(cancelled.because.id),
                              .decision = decided.decision});
  store::change_state(tx, booking.id, BookingState::confirmed, BookingState::cancelled, now);
  booking.state = BookingState::cancelled;
  ENSURE(store::vacate(tx, booking.id));
  store::lapse_moves(tx, booking.id, now);
  parts.events.called_off(tx, booking, now);
  settle_money(tx, parts, booking, cancelled, decided.decision, now);
  return booking;
}

Result<CancelPreview, CancelRefused> preview_cancel(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                    Instant now) {
  auto const cancelled =
      decide_cancel(facts_of(tx, parts, own, now), parts.brand.terms.at(own.booking.terms_version));
  if (!cancelled) return Failure<CancelRefused>(cancelled.error());
  auto token = parts.previews.sign({.kind = std::string(kind),
                                    .subject = own.booking.id.str(),
                                    .person = person_of(own),
                                    .decided_at = now,
                                    .outcome = json::to_text(*cancelled)});
  return CancelPreview{*cancelled, std::move(token), parts.previews.expires_at(now)};
}

Result<Booking, CancelBookingRefused> cancel_booking(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                     CancelRequest const& request, Instant now) {
  using Refused = Failure<CancelBookingRefused>;
  auto const& terms = parts.brand.terms.at(own.booking.terms_version);
  if (own.booking.state == BookingState::held && own.side == Party::client) {
    release_hold(tx, parts, own.booking, now);
    return *find_booking(tx, own.booking.id);
  }
  auto const promise = promise_of(parts, own, request, now);
  if (!promise) return Refused(promise.error());
  // A promise is kept about money, not about a session that has begun since: attendance decides that.
  auto const as_of_now = decide_cancel(facts_of(tx, parts, own, now), terms);
  if (!as_of_now) return Refused(as_of_now.error());

  auto const facts = facts_of(tx, parts, own, *promise ? (*promise)->decided_at : now);
  auto const cancelled = decide_cancel(facts, terms);
  if (!cancelled) return Refused(cancelled.error());
  if (*promise && !(*promise)->promises(json::to_text(*cancelled))) return Refused(terms::PreviewRefusal::outdated);
  auto const nothing_back = own.side == Party::client && facts.paid.is_positive() && cancelled->refund.is_zero();
  if (nothing_back && !request.accepts_no_refund)
    return Refused(ConfirmationRequired{terms::cited("HAR-3.7e", own.booking.terms_version)});
  return apply(tx, parts, own, facts, *cancelled, person_of(own), now);
}

Result<Booking, EnterNoticeRefused> enter_notice(db::Tx& tx, Parts const& parts, Booking const& booking,
                                                 NoticeByStaff const& notice, Instant now) {
  using Refused = Failure<EnterNoticeRefused>;
  if (booking.confirmed_at && notice.received_at < *booking.confirmed_at) {
    return Refused(NoticeRefusal::before_the_booking);
  }
  if (notice.received_at > now) return Refused(NoticeRefusal::in_the_future);
  OwnBooking const own{booking, Party::client};
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const as_of_now = decide_cancel(facts_of(tx, parts, own, now), terms);
  if (!as_of_now) return Refused(as_of_now.error());
  auto const facts = facts_of(tx, parts, own, notice.received_at);
  auto const cancelled = decide_cancel(facts, terms);
  if (!cancelled) return Refused(cancelled.error());
  return apply(tx, parts, own, facts, *cancelled, notice.entered_by, now);
}

}  // namespace kelisim::scheduling
