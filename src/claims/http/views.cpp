#include "http/views.h"

#include "kernel/ensure.h"
#include "store/words.h"
#include "terms/clauses.h"

namespace kelisim::claims {
namespace {

constexpr int conflict = 409;
constexpr int unprocessable = 422;

Clause clause_of(std::string const& id) {
  auto const clause = terms::find_clause(id);
  ENSURE(clause.has_value());
  return *clause;
}

/// Every sealed text of a case, in the order in which view_of() takes them out again.
struct Texts {
  std::vector<db::Bytes> sealed;
  std::vector<std::optional<std::string>> opened = {};
  std::size_t next = 0;
  std::optional<std::string> take() { return std::move(opened.at(next++)); }
};

}  // namespace

FileView view_of(CaseFile const& file, Case const& about, std::optional<std::string> name) {
  auto view = view_of(file, std::move(name));
  if (file.by == about.client) view.by = Writer::client;
  return view;
}

FileView view_of(CaseFile const& file, std::optional<std::string> name) {
  return {.id = file.id,
          .number = file.number,
          .by = Writer::staff,
          .name = std::move(name),
          .state = file.state,
          .kind = file.kind,
          .refused = file.refused,
          .size_bytes = file.kept_bytes.value_or(file.size_bytes),
          .sha256 = file.sha256,
          .at = file.begun_at};
}

CaseView view_of(db::Tx& tx, Parts const& parts, Case const& about, OpenTexts const& open, Instant now) {
  auto const messages = store::messages_of(tx, about.id);
  auto const files = store::files_of(tx, about.id);
  auto const rulings = store::rulings_of(tx, about.id);
  auto const appeal = store::appeal_of(tx, about.id);
  auto const court = store::court_of(tx, about.id);
  Texts texts{.sealed = {about.reasons}};
  for (auto const& message : messages) texts.sealed.push_back(message.body);
  for (auto const& file : files) texts.sealed.push_back(file.name);
  for (auto const& ruling : rulings) texts.sealed.push_back(ruling.reasons);
  if (appeal) texts.sealed.push_back(appeal->reasons);
  if (court) texts.sealed.push_back(court->note);
  texts.opened = open(texts.sealed);

  CaseView view{.id = about.id,
                .number = about.number,
                .standing = about.standing,
                .state = about.state,
                .category = about.category,
                .booking_id = about.booking,
                .text = texts.take(),
                .received_at = about.received_at,
                .answer_by = about.answer_by,
                .clause = clause_of(about.clause),
                .messages = {},
                .files = {},
                .rulings = {},
                .appeal = std::nullopt,
                .court = std::nullopt,
                .appeal_until = std::nullopt,
                .can = {.write = about.state != CaseState::final,
                        .appeal = false,
                        .attach = about.state != CaseState::final && count_taken(files) < files_max &&
                                  std::ssize(files) < attempts_max}};
  for (auto const& message : messages) {
    view.messages.push_back(
        {message.id, message.by_client ? Writer::client : Writer::staff, texts.take(), message.written_at});
  }
  for (auto const& file : files) view.files.push_back(view_of(file, about, texts.take()));
  for (auto const& ruling : rulings) {
    view.rulings.push_back(
        {ruling.finding, texts.take(), ruling.refund, ruling.damages, clause_of(ruling.clause), ruling.ruled_at});
  }
  if (appeal) view.appeal = AppealView{texts.take(), appeal->appealed_at};
  if (court) view.court = CourtView{texts.take(), clause_of(court->clause), court->marked_at};
  if (about.state == CaseState::ruled) {
    view.appeal_until = appeal_until(rulings.front().ruled_at, *parts.brand.claims, parts.brand.zone);
    view.can.appeal = now <= *view.appeal_until;
  }
  return view;
}

http::Problem case_not_found() { return {.status = 404, .code = "case_not_found"}; }

http::Problem problem(FilingRefused const& refused) {
  switch (refused.why) {
    case FilingRefusal::no_such_right:
      return {.status = conflict, .code = "claims_not_taken", .clause = refused.because};
    case FilingRefusal::session_not_held:
      return {.status = conflict, .code = "claim_session_not_held", .clause = refused.because};
    case FilingRefusal::session_not_begun:
      return {.status = conflict, .code = "claim_session_not_begun", .clause = refused.because};
    case FilingRefusal::reasons_missing:
      return {.status = unprocessable, .code = "claim_reasons_missing", .clause = refused.because};
    case FilingRefusal::claim_open:
      return {.status = conflict, .code = "claim_open", .clause = refused.because};
    case FilingRefusal::too_many_open:
      return problem(WritingRefusal::too_many_cases);
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(WritingRefusal refusal) {
  switch (refusal) {
    case WritingRefusal::text_missing:
      return {.status = unprocessable, .code = "case_text_missing"};
    case WritingRefusal::case_closed:
      return {.status = conflict, .code = "case_closed"};
    case WritingRefusal::too_many_messages:
      return {.status = 429, .code = "case_too_many_messages"};
    case WritingRefusal::too_many_cases:
      return {.status = 429, .code = "case_too_many_questions"};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(AppealRefusal refusal) {
  switch (refusal) {
    case AppealRefusal::nothing_ruled:
      return {.status = conflict, .code = "appeal_nothing_ruled"};
    case AppealRefusal::appealed_before:
      return {.status = conflict, .code = "appeal_made_before"};
    case AppealRefusal::appeal_too_late:
      return {.status = conflict, .code = "appeal_too_late"};
    case AppealRefusal::text_missing:
      return {.status = unprocessable, .code = "case_text_missing"};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(CourtRefused const& refused) {
  switch (refused.why) {
    case CourtRefusal::no_dispute:
      return {.status = conflict, .code = "court_no_dispute", .clause = refused.because};
    case CourtRefusal::in_court:
      return {.status = conflict, .code = "court_marked_before", .clause = refused.because};
    case CourtRefusal::not_negotiated:
      return {.status = conflict, .code = "court_not_negotiated", .clause = refused.because};
    case CourtRefusal::note_missing:
      return {.status = unprocessable, .code = "court_note_missing", .clause = refused.because};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(RulingRefused const& refused) {
  switch (refused.why) {
    case RulingRefusal::final:
      return {.status = conflict, .code = "ruling_is_final", .clause = refused.because};
    case RulingRefusal::no_appeal:
      return {.status = conflict, .code = "ruling_stands", .clause = refused.because};
    case RulingRefusal::same_person:
      return {.status = conflict, .code = "ruling_needs_another_person", .clause = refused.because};
    case RulingRefusal::reasons_missing:
      return {.status = unprocessable, .code = "ruling_reasons_missing", .clause = refused.because};
    case RulingRefusal::no_ground:
      return {.status = conflict, .code = "ruling_no_ground", .clause = refused.because};
    case RulingRefusal::takes_back:
      return {.status = conflict, .code = "ruling_takes_back", .clause = refused.because};
    case RulingRefusal::against_record:
      return {.status = conflict, .code = "ruling_against_record", .clause = refused.because};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(TakingRefusal refusal) {
  switch (refusal) {
    case TakingRefusal::case_closed:
      return {.status = conflict, .code = "case_closed"};
    case TakingRefusal::empty:
      return {.status = unprocessable, .code = "file_empty"};
    case TakingRefusal::too_large:
      return {.status = unprocessable, .code = "file_too_large"};
    case TakingRefusal::too_many:
      return {.status = conflict, .code = "file_too_many"};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(PartRefusal refusal) {
  switch (refusal) {
    case PartRefusal::not_awaited:
      return {.status = 404, .code = "file_part_not_awaited"};
    case PartRefusal::wrong_size:
      return {.status = unprocessable, .code = "file_part_wrong_size"};
  }
  ENSURE(false && "a known refusal");
  return {};
}

http::Problem problem(NothingToRuleOn) { return {.status = conflict, .code = "ruling_session_runs"}; }

http::Problem problem(RuleOnCaseRefused const& refused) {
  return std::visit([](auto const& one) { return problem(one); }, refused);
}

void add_routes(http::Routes& routes, Parts const& parts) {
  add_client_routes(routes, parts);
  add_staff_routes(routes, parts);
  add_file_routes(routes, parts);
  add_certificate_routes(routes, parts);
  add_export_routes(routes, parts);
}

void add_jobs(jobs::JobRunner& runner, Parts const& parts) { add_file_jobs(runner, parts); }

}  // namespace kelisim::claims
