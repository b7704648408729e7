#include "rule.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/rules/end_sessions.h"
#include "scheduling/rules/move_booking.h"

namespace kelisim::clauses {
namespace {

using scheduling::BookingState;
using scheduling::Party;

Observed cancel(Facts& facts, terms::Terms const& terms) {
  auto const decided = scheduling::decide_cancel({.state = facts.word<BookingState>("state"),
                                                  .starts_at = facts.instant("starts"),
                                                  .paid = facts.money("paid"),
                                                  .by = facts.word<Party>("by"),
                                                  .received_at = facts.instant("sent")},
                                                 terms);
  Observed observed;
  if (!decided) {
    observed.outcome = {{"refused", name_of(decided.error().why)}};
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {
      {"refund", decided->refund},         {"kept", decided->kept},
      {"in_time", decided->in_time},       {"received", decided->received_at},
      {"payout", decided->payout_accrues}, {"remedy", decided->remedy ? name_of(*decided->remedy) : "none"}};
  if (decided->effective_at) observed.outcome.emplace("effective", *decided->effective_at);
  if (decided->refund_deadline) observed.outcome.emplace("deadline", *decided->refund_deadline);
  if (decided->choice_until) observed.outcome.emplace("choice_until", *decided->choice_until);
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed ending(Facts& facts, terms::Terms const& terms) {
  auto const how = facts.word<scheduling::Ending>("ending");
  auto const decided = scheduling::decide_ending(
      {.ending = how,
       .breach = facts.has("breach") ? std::optional(facts.text("breach")) : std::nullopt,
       .session = {.state = facts.word<BookingState>("state"),
                   .starts_at = facts.instant("starts"),
                   .paid = facts.money("paid"),
                   .by = how == scheduling::Ending::by_client ? Party::client : Party::provider,
                   .received_at = facts.instant("at")}},
      terms);
  Observed observed;
  if (!decided) {
    observed.outcome = {{"refused", name_of(decided.error().why)}};
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {{"refund", decided->refund}, {"kept", decided->kept}, {"payout", decided->payout_accrues}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed move(Facts& facts, terms::Terms const& terms) {
  auto const decided = scheduling::decide_move({.state = facts.word<BookingState>("state"),
                                                .starts_at = facts.instant("starts"),
                                                .new_starts_at = facts.instant("to"),
                                                .paid = facts.money("paid"),
                                                .by = facts.word<Party>("by"),
                                                .received_at = facts.instant("asked")},
                                               terms);
  Observed observed;
  if (!decided) {
    observed.outcome = {{"refused", name_of(decided.error().why)}};
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {{"at_once", decided->at_once},
                      {"consent_of", decided->consent_of ? name_of(*decided->consent_of) : "nobody"},
                      {"fee", decided->fee},
                      {"refund_instead", decided->refund_instead}};
  if (decided->new_refund_deadline) observed.outcome.emplace("new_deadline", *decided->new_refund_deadline);
  if (decided->answer_until) observed.outcome.emplace("answer_until", *decided->answer_until);
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed move_answer(Facts& facts, terms::Terms const& terms) {
  auto const decided = scheduling::decide_move_answer(
      {.state = facts.word<BookingState>("state"),
       .starts_at = facts.instant("starts"),
       .asked_starts_at = facts.has("asked_of") ? facts.instant("asked_of") : facts.instant("starts"),
       .new_starts_at = facts.instant("to"),
       .consent_of = facts.word<Party>("consent_of"),
       .by = facts.word<Party>("by"),
       .answered = facts.flag("answered_before"),
       .accepts = facts.answer("accepts"),
       .now = facts.instant("answered")},
      terms);
  Observed observed;
  if (!decided) {
    observed.outcome = {{"refused", name_of(decided.error())}};
    return observed;
  }
  observed.outcome = {{"moves", decided->moves}};
  observed.cite(decided->because);
  return observed;
}

}  // namespace

void add_booking_rules(Rules& rules) {
  rules.emplace("cancel", cancel);
  rules.emplace("ending", ending);
  rules.emplace("move", move);
  rules.emplace("move_answer", move_answer);
}

}  // namespace kelisim::clauses
