#include "scheduling/rules/call_off.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/rules/end_sessions.h"
#include "scheduling/rules/move_booking.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

/// Only what was granted is stored: where a rule refuses now what it granted then, the refusal is the difference.
void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<CancelFacts>("scheduling.cancel", &decide_cancel);
  replayer.on_rule<CallOffFacts>("scheduling.call_off", &decide_call_off);
  replayer.on_rule<EndingFacts>("scheduling.ending", &decide_ending);
  replayer.on_rule<MoveFacts>("scheduling.move", &decide_move);
  replayer.on_rule<MoveAnswerFacts>("scheduling.move_answer", &decide_move_answer);
  replayer.on_rule<PaymentArrivedFacts>("scheduling.payment", &decide_payment);
}

}  // namespace kelisim::scheduling
