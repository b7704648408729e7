#include "use_cases/appoint.h"

#include "kernel/ensure.h"
#include "platform/jobs/jobs.h"
#include "terms/rules/notice.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::scheduling {

namespace {

/// A reminder speaks of one start: after a move the old one finds that it no longer holds.
void remind_later(db::Tx& tx, Booking const& booking, BookingNoticeKind kind, Instant due_at, Instant now) {
  if (due_at <= now) return;
  auto const* name = boost::describe::enum_to_string(kind, nullptr);
  jobs::enqueue(
      tx, {.kind = "scheduling.remind",
           .dedupe_key = fmt::format("scheduling.remind:{}:{}:{}", booking.id.view(), booking.starts_at.micros, name),
           .payload = {{"booking", booking.id.str()},
                       {"kind", name},
                       {"starts_at_us", std::to_string(booking.starts_at.micros)}},
           .due_at = due_at});
}

BookingNoticeKind reminder_kind(Duration before) {
  return before >= std::chrono::hours(24) ? BookingNoticeKind::reminder_24h : BookingNoticeKind::reminder_1h;
}

}  // namespace

void appoint(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now) {
  parts.events.appointed(tx, booking, now);
  for (auto const before : parts.brand.scheduling.reminders_before)
    remind_later(tx, booking, reminder_kind(before), booking.starts_at - before, now);
  auto const opens_at = parts.sessions.about(tx, booking, Party::client, now).room_opens_at;
  remind_later(tx, booking, BookingNoticeKind::room_open, opens_at, now);
}

void tell_booked(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const paid = paid_for(tx, booking, parts.brand.currency);
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::booking_confirmed,
                         .booking = booking.id,
                         .to = booking.client,
                         .starts_at = booking.starts_at,
                         .price = paid,
                         .refund_deadline = refund_deadline_of(booking, terms)});
  parts.notices.request(tx, now,
                        {.kind = BookingNoticeKind::practice_booked,
                         .booking = booking.id,
                         .to = booking.specialist,
                         .starts_at = booking.starts_at});
}

std::optional<Instant> refund_deadline_of(Booking const& booking, terms::Terms const& terms) {
  if (!terms.cancellation) return std::nullopt;
  return terms::refund_deadline(booking.starts_at, *terms.cancellation).at;
}

Money paid_for(db::Tx& tx, Booking const& booking, Currency currency) {
  auto const order = orders::find_order(tx, booking.order);
  ENSURE(order.has_value());
  auto const stands = order->state == orders::OrderState::paid || order->state == orders::OrderState::earned;
  return stands ? *order->price : Money::zero(currency);
}

}  // namespace kelisim::scheduling
