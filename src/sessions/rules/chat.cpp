#include "sessions/rules/chat.h"

namespace kelisim::sessions {

std::optional<SayRefusal> refuse_saying(SayFacts const& facts) {
  if (!facts.brand_has_chat) return SayRefusal::chat_off;
  if (facts.unfit) return facts.unfit;
  if (facts.said_in_session >= chat_of_session_max) return SayRefusal::too_many;
  if (facts.said_in_minute >= chat_a_minute_max) return SayRefusal::too_fast;
  return std::nullopt;
}

}  // namespace kelisim::sessions
