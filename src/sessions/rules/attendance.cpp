#include "sessions/rules/attendance.h"

#include "kernel/ensure.h"
#include "rules/presence.h"

namespace kelisim::sessions {
namespace {

using scheduling::Interval;
using scheduling::Party;

/// The first join, where it came before the scheduled end: a later one is no join of this session (HAR-3.6c,
/// HAR-3.7a).
std::optional<Instant> first_join(Presence const& presence, Interval booked) {
  if (presence.empty() || presence.front().starts_at >= booked.ends_at) return std::nullopt;
  return presence.front().starts_at;
}

bool late(std::optional<Instant> joined, Interval booked) { return joined && *joined > booked.starts_at; }

SessionEnd end_of(Interval booked, std::optional<Instant> specialist, std::optional<Instant> client,
                  terms::LatenessTerms const& terms) {
  auto const extension = late(specialist, booked) ? *specialist - booked.starts_at : Duration::zero();
  auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(extension).count();
  auto const& because = late(specialist, booked) ? (late(client, booked) ? terms.both_late_extension.clause
                                                                         : terms.specialist_extension.clause)
                        : late(client, booked)   ? terms.client_extension.clause
                                                 : terms.presence_resolution.clause;
  return {booked.ends_at + extension, seconds, because};
}

AttendanceOutcome outcome(Attendance attendance, SessionEnd const& end, Money refund, Payout payout,
                          Clause const& because) {
  return {.attendance = attendance,
          .ends_at = end.ends_at,
          .extension_seconds = end.extension_seconds,
          .missing_minutes = 0,
          .refund = refund,
          .remedy = std::nullopt,
          .payout = payout,
          .because = because,
          .rests_on = {}};
}

/// HAR-1.session.e: what the client, while there before the scheduled end, waited for the specialist, less what the
/// extension made good. Whole minutes: a break of seconds is no minute less.
std::int64_t minutes_missing(Presence const& specialist, Presence const& client, Interval booked, Instant ends_at) {
  auto const waited = within(client, booked) - together(client, specialist, booked);
  auto const made_good = together(client, specialist, {booked.ends_at, ends_at});
  return std::chrono::floor<std::chrono::minutes>(std::max(Duration::zero(), waited - made_good)).count();
}

}  // namespace

SessionEnd session_end(SessionEndFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.lateness.has_value());
  auto const resolution = terms.lateness->presence_resolution.value;
  auto const specialist = presence_of(Party::specialist, facts.stays, facts.booked.ends_at, resolution);
  auto const client = presence_of(Party::client, facts.stays, facts.booked.ends_at, resolution);
  return end_of(facts.booked, first_join(specialist, facts.booked), first_join(client, facts.booked),
                *terms.lateness);
}

AttendanceOutcome decide_attendance(AttendanceFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.lateness && terms.session && terms.cancellation && terms.specialist_cancellation);
  auto const end = session_end({facts.booked, facts.stays}, terms);
  auto const resolution = terms.lateness->presence_resolution.value;
  auto const specialist = presence_of(Party::specialist, facts.stays, end.ends_at, resolution);
  auto const client = presence_of(Party::client, facts.stays, end.ends_at, resolution);
  auto const specialist_joined = first_join(specialist, facts.booked);
  auto const client_joined = first_join(client, facts.booked);
  auto const nothing = Money::zero(facts.paid.currency());

  if (!specialist_joined) {
    auto const& no_show = terms.specialist_cancellation->no_show_refund_percent;
    auto made = outcome(Attendance::no_show_specialist, end, share(facts.paid, BasisPoints{no_show.value * 100}),
                        Payout::none, no_show.clause);
    made.rests_on = {terms.lateness->presence_resolution.clause,
                     terms.specialist_cancellation->refund_deductions_minor.clause};
    return made;
  }
  if (!client_joined) {
    auto const& no_show = terms.cancellation->no_show_refund_percent;
    auto made = outcome(Attendance::no_show_client, end, share(facts.paid, BasisPoints{no_show.value * 100}),
                        Payout::usual, no_show.clause);
    made.rests_on = {terms.lateness->presence_resolution.clause, terms.cancellation->late_forfeit_goes_to.clause};
    return made;
  }
  auto const punctual = !late(client_joined, facts.booked);
  auto const missing = punctual ? minutes_missing(specialist, client, facts.booked, end.ends_at) : 0;
  if (missing > 0) {
    auto made = outcome(Attendance::under_delivered, end, nothing, Payout::on_hold,
                        terms.session->under_delivery_remedy.clause);
    made.missing_minutes = missing;
    made.remedy = scheduling::Remedy::refund_or_repeat;
    made.rests_on = {terms.lateness->presence_resolution.clause, end.because};
    return made;
  }
  auto made = outcome(Attendance::held, end, nothing, Payout::usual, end.because);
  made.rests_on = {terms.lateness->presence_resolution.clause};
  if (!punctual) made.rests_on.push_back(terms.session->min_promised_to_punctual.clause);
  return made;
}

std::optional<NextDelay> delay_of_next(Interval first, SessionEnd const& first_ends, Instant next_starts_at,
                                       terms::Terms const& terms) {
  ENSURE(terms.lateness.has_value());
  if (first_ends.ends_at <= next_starts_at) return std::nullopt;
  auto const by = std::chrono::duration_cast<std::chrono::seconds>(first_ends.ends_at - next_starts_at).count();
  return NextDelay{by, first.ends_at, terms.lateness->extension_before_next_booking.clause};
}

}  // namespace kelisim::sessions
