#include "kernel/ensure.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/rules/move_booking.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

namespace {

/// Only what was granted is stored; a rule that refuses today what it granted then is a difference, told as a bug.
template <auto rule>
constexpr auto granted = [](auto const& facts, terms::Terms const& terms) {
  auto const outcome = rule(facts, terms);
  ENSURE(outcome.has_value());
  return *outcome;
};

}  // namespace

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<CancelFacts>("scheduling.cancel", granted<&decide_cancel>);
  replayer.on_rule<MoveFacts>("scheduling.move", granted<&decide_move>);
  replayer.on_rule<MoveAnswerFacts>("scheduling.move_answer", granted<&decide_move_answer>);
  replayer.on_rule<PaymentArrivedFacts>("scheduling.payment", &decide_payment);
}

}  // namespace kelisim::scheduling
