#include "scheduling/rules/move_booking.h"

#include "scheduling/rules/cancel_booking.h"
#include "terms/rules/notice.h"

namespace kelisim::scheduling {
namespace {

Failure<MoveRefused> refused(MoveRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(MoveRefused{why, because});
}

/// What the same party's cancellation would return at this instant.
Money refund_instead(MoveFacts const& facts, terms::Terms const& terms) {
  auto const cancelled = decide_cancel({.state = facts.state,
                                        .starts_at = facts.starts_at,
                                        .paid = facts.paid,
                                        .by = facts.by,
                                        .received_at = facts.received_at},
                                       terms);
  return cancelled ? cancelled->refund : Money::zero(facts.paid.currency());
}

std::optional<Instant> deadline_of(Instant starts_at, terms::Terms const& terms) {
  if (!terms.cancellation) return std::nullopt;
  return terms::refund_deadline(starts_at, *terms.cancellation).at;
}

MoveDecided decided(MoveFacts const& facts, terms::Terms const& terms, Clause const& because) {
  return {.at_once = true,
          .consent_of = std::nullopt,
          .answer_until = std::nullopt,
          .fee = Money(terms.moving->fee_minor.value, facts.paid.currency()),
          .refund_instead = refund_instead(facts, terms),
          .received_at = facts.received_at,
          .effective_at = facts.received_at,
          .new_refund_deadline = deadline_of(facts.new_starts_at, terms),
          .because = because,
          .rests_on = {}};
}

void ask(MoveDecided& move, MoveFacts const& facts, Party whom) {
  move.at_once = false;
  move.consent_of = whom;
  move.answer_until = std::min(facts.starts_at, facts.new_starts_at);
}

MoveDecided by_client(MoveFacts const& facts, terms::Terms const& terms) {
  auto const& moving = *terms.moving;
  auto const effective_at =
      terms.cancellation ? terms::effective_instant(facts.received_at, *terms.cancellation) : facts.received_at;
  auto const timely = terms::in_time(effective_at, facts.starts_at, moving.window.value, moving.boundary.value);
  auto move = decided(facts, terms, timely ? moving.window.clause : moving.late_by_consent_of.clause);
  move.effective_at = effective_at;
  move.rests_on.push_back(moving.boundary.clause);
  if (terms.cancellation && terms.cancellation->support_hours) {
    move.rests_on.push_back(terms.cancellation->support_hours->open.clause);
  }
  if (!timely) ask(move, facts, Party::specialist);
  return move;
}

}  // namespace

Result<MoveDecided, MoveRefused> decide_move(MoveFacts const& facts, terms::Terms const& terms) {
  if (facts.state == BookingState::cancelled) return refused(MoveRefusal::already_cancelled);
  if (facts.state != BookingState::confirmed && facts.state != BookingState::finished) {
    return refused(MoveRefusal::not_confirmed);
  }
  if (facts.state == BookingState::finished || facts.received_at >= facts.starts_at) {
    return refused(MoveRefusal::already_started);
  }
  if (facts.new_starts_at == facts.starts_at) return refused(MoveRefusal::same_time);
  if (facts.new_starts_at <= facts.received_at) return refused(MoveRefusal::in_the_past);
  if (!terms.moving) return refused(MoveRefusal::no_such_right);
  if (facts.by == Party::client) return by_client(facts, terms);
  if (facts.by != Party::specialist || !terms.specialist_cancellation) return refused(MoveRefusal::no_such_right);
  auto move = decided(facts, terms, terms.specialist_cancellation->early_client_may_move.clause);
  ask(move, facts, Party::client);
  return move;
}

Result<MoveAnswered, MoveAnswerRefusal> decide_move_answer(MoveAnswerFacts const& facts, terms::Terms const& terms) {
  if (facts.by != facts.consent_of) return Failure(MoveAnswerRefusal::not_asked);
  if (facts.answered) return Failure(MoveAnswerRefusal::already_answered);
  if (facts.state != BookingState::confirmed || facts.starts_at != facts.asked_starts_at) {
    return Failure(MoveAnswerRefusal::booking_changed);
  }
  if (facts.now >= facts.starts_at || facts.now >= facts.new_starts_at) return Failure(MoveAnswerRefusal::too_late);
  ENSURE(terms.moving.has_value());
  auto const of_client = facts.consent_of == Party::client && terms.specialist_cancellation;
  return MoveAnswered{facts.accepts, of_client ? terms.specialist_cancellation->early_client_may_move.clause
                                               : terms.moving->late_by_consent_of.clause};
}

}  // namespace kelisim::scheduling
