#include "use_cases/outages.h"

#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "platform/jobs/jobs.h"
#include "store/bookings.h"
#include "terms/editions.h"
#include "use_cases/appoint.h"
#include "use_cases/cancel_booking.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::scheduling {
namespace {

constexpr int bookings_per_run = 200;
constexpr int promises_per_page = 200;
constexpr Duration look_again = std::chrono::minutes(15);

void tell(db::Tx& tx, Parts const& parts, Booking const& booking, PersonId to, BookingNoticeKind kind,
          Cancelled const* cancelled, Instant now) {
  parts.notices.request(
      tx, now,
      {.kind = kind,
       .booking = booking.id,
       .to = to,
       .starts_at = booking.starts_at,
       .refund = cancelled != nullptr ? std::optional(cancelled->refund) : std::nullopt,
       .clause = cancelled != nullptr ? std::optional(std::string(cancelled->because.number)) : std::nullopt});
}

CallOffFacts facts_of(db::Tx& tx, Parts const& parts, Outage const& outage, Booking const& booking, Instant now) {
  return {.outage = outage.kind,
          .time = time_of(outage, now),
          .state = booking.state,
          .booked = {booking.starts_at, booking.ends_at},
          .paid = paid_for(tx, booking, parts.brand.currency),
          .found_at = now};
}

/// True when the terms call the session off.
bool call_off(db::Tx& tx, Parts const& parts, Outage const& outage, Booking const& found, Instant now) {
  auto const booking = store::lock_booking(tx, found.id);
  ENSURE(booking.has_value());
  auto const& terms = parts.brand.terms.at(booking->terms_version);
  auto const facts = facts_of(tx, parts, outage, *booking, now);
  auto const cancelled = decide_call_off(facts, terms);
  if (!cancelled) return false;
  auto const decision = terms::record(tx, parts.random, "scheduling.call_off", booking->id.view(), booking->client,
                                      terms, facts, *cancelled, cancelled->because, now);
  carry_out(tx, parts, *booking, {*cancelled, Party::provider, outage.opened_by, decision.str()}, now);
  tell(tx, parts, *booking, booking->client, BookingNoticeKind::booking_called_off, &*cancelled, now);
  tell(tx, parts, *booking, booking->specialist, BookingNoticeKind::practice_called_off, &*cancelled, now);
  return true;
}

Outage outage_of(Parts const& parts, NewOutage const& wanted, Instant now) {
  return {.id = parts.random.id<OutageId>(now),
          .kind = wanted.kind,
          .from = wanted.from,
          .until = wanted.until,
          .opened_at = now,
          .opened_by = wanted.by};
}

void promise_papers(db::Tx& tx, Parts const& parts, Outage const& outage) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, outage.opened_at);
  if (!terms.force_majeure) return;
  auto const promise = [&](OutagePaper what, terms::Term<int> const& days) {
    obligations::undertake(
        tx, parts.random,
        {.kind = fmt::format("scheduling.force_majeure_{}", boost::describe::enum_to_string(what, "")),
         .subject = outage.id.str(),
         .clause = days.clause,
         .terms_version = terms.version,
         .owner = obligations::Owner::administrator,
         .due = terms::calendar_days_after(outage.from, days.value, parts.brand.zone),
         .arose_at = outage.opened_at,
         .dedupe_key = paper_promise(outage.id, what)});
  };
  promise(OutagePaper::notice, terms.force_majeure->notice_calendar_days);
  promise(OutagePaper::certificate, terms.force_majeure->certificate_calendar_days);
}

/// By a job for each end that was expected: the one before may have ended with its time.
void look_for_sessions(db::Tx& tx, Outage const& outage, Instant now) {
  auto const end = outage.until ? outage.until->micros : 0;
  jobs::enqueue(tx, {.kind = "scheduling.settle_outage",
                     .dedupe_key = fmt::format("scheduling.settle_outage:{}:{}", outage.id.view(), end),
                     .payload = {{"outage", outage.id.str()}},
                     .due_at = now});
}

std::vector<obligations::Promise> open_promises(db::Tx& tx) {
  std::vector<obligations::Promise> all;
  while (true) {
    obligations::PromiseFilter filter{.limit = promises_per_page};
    if (!all.empty()) filter.after = all.back().id;
    auto page = obligations::list_promises(tx, filter);
    std::ranges::move(page, std::back_inserter(all));
    if (std::ssize(page) < promises_per_page) return all;
  }
}

/// HAR-7.1a: "Force majeure … shifts performance deadlines by the time it lasts." Its own papers do not wait for it.
void shift_promises(db::Tx& tx, Parts const& parts, Outage const& outage, Instant now) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  if (!terms.force_majeure) return;
  auto const time = time_of(outage, now);
  for (auto const& promise : open_promises(tx)) {
    auto const by = terms::stopped_for(promise.arose_at, promise.due_at, time.starts_at, time.ends_at);
    if (by <= Duration{0} || promise.subject == outage.id.view()) continue;
    obligations::postpone(
        tx, promise.dedupe_key,
        {.by = by, .because = terms.force_majeure->shift.clause, .why = outage.id.str(), .at = now});
  }
}

}  // namespace

std::string paper_promise(OutageId outage, OutagePaper what) {
  return fmt::format("scheduling.force_majeure_{}:{}", boost::describe::enum_to_string(what, ""), outage.view());
}

Result<std::vector<Touched>, OutageRefusal> preview_outage(db::Tx& tx, Parts const& parts, NewOutage const& wanted,
                                                           int limit, Instant now) {
  if (auto const refusal = admit_outage({wanted.kind, wanted.from, wanted.until, now})) return Failure(*refusal);
  auto const outage = outage_of(parts, wanted, now);
  std::vector<Touched> touched;
  for (auto& booking : store::affected(tx, outage.id, time_of(outage, now), limit)) {
    auto const facts = facts_of(tx, parts, outage, booking, now);
    auto const cancelled = decide_call_off(facts, parts.brand.terms.at(booking.terms_version));
    touched.push_back({std::move(booking), cancelled ? std::optional(*cancelled) : std::nullopt});
  }
  return touched;
}

Result<Outage, OutageRefusal> open_outage(db::Tx& tx, Parts const& parts, NewOutage const& wanted, Instant now) {
  if (auto const refusal = admit_outage({wanted.kind, wanted.from, wanted.until, now})) return Failure(*refusal);
  auto const outage = outage_of(parts, wanted, now);
  store::insert_outage(tx, outage);
  if (outage.kind == OutageKind::force_majeure) promise_papers(tx, parts, outage);
  look_for_sessions(tx, outage, now);
  return outage;
}

Result<Outage, ProlongationRefusal> prolong_outage(db::Tx& tx, Parts const& parts, Outage const& outage,
                                                   Instant until, PersonId by, Instant now) {
  auto const refusal = admit_prolongation({.kind = outage.kind,
                                           .closed = outage.closed_at.has_value(),
                                           .from = outage.from,
                                           .until = outage.until,
                                           .wanted = until});
  if (refusal) return Failure(*refusal);
  store::prolong_outage(tx, parts.random.id<store::ProlongationId>(now), outage, until, by, now);
  auto longer = outage;
  longer.until = until;
  look_for_sessions(tx, longer, now);
  return longer;
}

std::optional<Instant> settle_outage(db::Tx& tx, Parts const& parts, OutageId id, Instant now) {
  auto const outage = store::find_outage(tx, id);
  ENSURE(outage.has_value());
  auto const time = time_of(*outage, now);
  auto const found = store::affected(tx, id, time, bookings_per_run);
  for (auto const& booking : found) {
    auto const called_off = call_off(tx, parts, *outage, booking, now);
    store::insert_affected(tx, id, booking.id, called_off, now);
    if (called_off) continue;
    tell(tx, parts, booking, booking.client, BookingNoticeKind::session_disturbed, nullptr, now);
    tell(tx, parts, booking, booking.specialist, BookingNoticeKind::session_disturbed, nullptr, now);
  }
  if (std::ssize(found) == bookings_per_run) return now;
  if (outage->closed_at || (outage->until && *outage->until <= now)) return std::nullopt;
  return now + look_again;
}

bool close_outage(db::Tx& tx, Parts const& parts, OutageId id, std::string_view remedy, PersonId by, Instant now) {
  if (!store::close_outage(tx, id, remedy, by, now)) return false;
  auto const outage = store::find_outage(tx, id);
  ENSURE(outage.has_value());
  if (outage->kind == OutageKind::force_majeure) shift_promises(tx, parts, *outage, now);
  return true;
}

Result<void, PaperRefusal> give_paper(db::Tx& tx, Outage const& outage, store::GivenPaper const& paper) {
  if (outage.kind != OutageKind::force_majeure) return Failure(PaperRefusal::no_force_majeure);
  if (paper.what == OutagePaper::certificate && !paper.file) {
    return Failure(has_certificate(tx, outage.id) ? PaperRefusal::given_already : PaperRefusal::file_missing);
  }
  if (!store::insert_paper(tx, outage.id, paper)) return Failure(PaperRefusal::given_already);
  obligations::keep(tx, paper_promise(outage.id, paper.what), {paper.given_at, paper.given_by});
  return {};
}

bool is_force_majeure(db::Tx& tx, OutageId id) {
  auto const outage = store::find_outage(tx, id);
  return outage && outage->kind == OutageKind::force_majeure;
}

bool has_certificate(db::Tx& tx, OutageId id) {
  return std::ranges::any_of(store::papers_of(tx, id),
                             [](store::GivenPaper const& paper) { return paper.what == OutagePaper::certificate; });
}

bool certificate_given(db::Tx& tx, OutageId id, Certificate const& certificate) {
  auto const outage = store::find_outage(tx, id);
  ENSURE(outage.has_value());
  return give_paper(tx, *outage,
                    {.what = OutagePaper::certificate,
                     .given_at = certificate.at,
                     .given_by = certificate.by,
                     .text = certificate.text,
                     .file = certificate.file})
      .has_value();
}

}  // namespace kelisim::scheduling
