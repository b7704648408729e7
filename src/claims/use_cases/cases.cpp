#include "use_cases/cases.h"

#include "kernel/ensure.h"
#include "kernel/text.h"
#include "obligations/obligations.h"
#include "sessions/record.h"
#include "terms/acceptance.h"
#include "terms/calendar.h"
#include "terms/clauses.h"
#include "use_cases/promises.h"

#include <algorithm>

namespace kelisim::claims {
namespace {

using Refused = Failure<WritingRefusal>;

bool has_open_claim(db::Tx& tx, scheduling::BookingId booking) {
  return std::ranges::any_of(store::cases_of_booking(tx, booking), [](Case const& one) {
    return one.standing == Standing::disputed && (one.state == CaseState::open || one.state == CaseState::answered);
  });
}

/// What is sent so soon after the session that it is not closed yet is in time by itself.
std::optional<Instant> end_of(db::Tx& tx, scheduling::BookingId booking) {
  return sessions::session_on_record(tx, booking).ended_at;
}

bool has_too_many_waiting(db::Tx& tx, PersonId client) {
  auto const waiting = std::ranges::count_if(store::cases_of_client(tx, client, cases_searched_max), [](auto& one) {
    return one.standing != Standing::disputed && one.state == CaseState::open;
  });
  return waiting >= waiting_max;
}

enum class Author : std::uint8_t { client, staff };

std::optional<WritingRefusal> refuse_message(db::Tx& tx, Case const& about, std::string_view text, Author by) {
  if (!says_something(text)) return WritingRefusal::text_missing;
  if (about.state == CaseState::final) return WritingRefusal::case_closed;
  auto const max = by == Author::client ? client_messages_max : staff_messages_max;
  if (store::count_messages(tx, about.id, by == Author::client) >= max) return WritingRefusal::too_many_messages;
  return std::nullopt;
}

MessageId add_message(db::Tx& tx, Parts const& parts, Case const& about, std::string_view text, PersonId author,
                      Instant now) {
  auto const id = parts.random.id<MessageId>(now);
  store::insert_message(tx, about.id,
                        {.id = id,
                         .by_client = author == about.client,
                         .author = author,
                         .body = parts.vault.seal(tx, about.client, case_text, text),
                         .written_at = now});
  return id;
}

/// False when a claim of the booking was opened beside this one.
bool open_case(db::Tx& tx, Parts const& parts, Case& made, Clause const& because, Instant now) {
  auto const clocks = clocks_of(tx, parts, now);
  made.answer_by = clocks.leading().at;
  if (!store::insert_case(tx, made)) return false;
  promise_answer(tx, parts, made, clocks.leading(), "1", now);
  tell_client(tx, parts, made, CaseNotice::claim_received, because, made.answer_by, now);
  return true;
}

}  // namespace

bool has_ruled_claim(db::Tx& tx, scheduling::BookingId booking) {
  return std::ranges::any_of(store::cases_of_booking(tx, booking), [&](Case const& one) {
    return one.standing == Standing::disputed && !store::rulings_of(tx, one.id).empty();
  });
}

AnswerClocks clocks_of(db::Tx& tx, Parts const& parts, Instant received_at) {
  ENSURE(parts.brand.claims.has_value());
  auto const& settings = *parts.brand.claims;
  auto const calendar = terms::read_calendar(tx, settings.work_calendar);
  return answer_clocks(received_at, settings, parts.brand.zone, calendar);
}

Result<Case, FilingRefused> file_claim(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                                       ClaimText const& claim, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  if (!parts.brand.claims) return Failure(FilingRefused{FilingRefusal::no_such_right, std::nullopt});
  FilingFacts const facts{.category = claim.category,
                          .has_reasons = says_something(claim.reasons),
                          .state = booking.state,
                          .starts_at = booking.starts_at,
                          .ended_at = end_of(tx, booking.id),
                          .claim_open = has_open_claim(tx, booking.id),
                          .received_at = now,
                          .ruled = has_ruled_claim(tx, booking.id)};
  auto const filed = decide_filing(facts, terms);
  if (!filed) return Failure<FilingRefused>(filed.error());
  if (filed->standing != Standing::disputed && has_too_many_waiting(tx, booking.client)) {
    return Failure(FilingRefused{FilingRefusal::too_many_open, std::nullopt});
  }
  auto const decision = terms::record(tx, parts.random, "claims.filing", booking.id.view(), booking.client, terms,
                                      facts, *filed, filed->because, now);
  Case made{.id = parts.random.id<CaseId>(now),
            .number = 0,
            .standing = filed->standing,
            .state = CaseState::open,
            .category = claim.category,
            .booking = booking.id,
            .client = booking.client,
            .reasons = parts.vault.seal(tx, booking.client, case_text, claim.reasons),
            .terms_version = booking.terms_version,
            .received_at = now,
            .answer_by = now,
            .clause = std::string(filed->because.id),
            .decision = decision.str()};
  if (!open_case(tx, parts, made, filed->because, now)) {
    return Failure(FilingRefused{FilingRefusal::claim_open, std::nullopt});
  }
  if (made.standing == Standing::disputed) {
    obligations::lift(tx, sessions::acceptance_promise(booking.id), "claim_filed", {.at = now});
  }
  return made;
}

Result<Case, WritingRefusal> ask_question(db::Tx& tx, Parts const& parts, PersonId client, std::string_view text,
                                          Instant now) {
  if (!says_something(text)) return Refused(WritingRefusal::text_missing);
  auto const accepted = terms::current_acceptance(tx, client, "offer");
  if (!parts.brand.claims || !accepted) return Refused(WritingRefusal::case_closed);
  if (has_too_many_waiting(tx, client)) return Refused(WritingRefusal::too_many_cases);
  constexpr auto because = terms::clause("HAR-4.1.6a");
  Case made{.id = parts.random.id<CaseId>(now),
            .number = 0,
            .standing = Standing::question,
            .state = CaseState::open,
            .category = std::nullopt,
            .booking = std::nullopt,
            .client = client,
            .reasons = parts.vault.seal(tx, client, case_text, text),
            .terms_version = accepted->version,
            .received_at = now,
            .answer_by = now,
            .clause = std::string(because.id),
            .decision = std::nullopt};
  ENSURE(open_case(tx, parts, made, because, now));
  return made;
}

Result<void, WritingRefusal> write_as_client(db::Tx& tx, Parts const& parts, Case const& about, std::string_view text,
                                             Instant now) {
  if (auto const why = refuse_message(tx, about, text, Author::client)) return Refused(*why);
  auto const message = add_message(tx, parts, about, text, about.client, now);
  if (about.state == CaseState::answered) {
    auto const due = clocks_of(tx, parts, now).leading();
    store::wait_for_answer(tx, about.id, CaseState::answered, CaseState::open, due.at);
    promise_answer(tx, parts, about, due, message.view(), now);
  }
  return {};
}

Result<void, WritingRefusal> write_as_staff(db::Tx& tx, Parts const& parts, Case const& about, std::string_view text,
                                            PersonId author, Instant now) {
  if (auto const why = refuse_message(tx, about, text, Author::staff)) return Refused(*why);
  (void)add_message(tx, parts, about, text, author, now);
  if (about.standing != Standing::disputed && about.state == CaseState::open) {
    store::change_state(tx, about.id, CaseState::open, CaseState::answered);
    keep_promises(tx, about, author, now);
  }
  auto const clause = terms::find_clause(about.clause);
  ENSURE(clause.has_value());
  tell_client(tx, parts, about, CaseNotice::claim_answered, *clause, about.answer_by, now);
  return {};
}

}  // namespace kelisim::claims
