#include "rules/chat.h"

#include <algorithm>

namespace kelisim::groups {

std::int64_t letters_in(std::string_view text) {
  return std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

std::optional<SayRefusal> refuse_saying(SayFacts const& facts, terms::GroupSettings const& settings) {
  if (!facts.chat_open && !facts.is_speaker) return SayRefusal::chat_off;
  if (facts.unfit) return facts.unfit;
  if (facts.letters > settings.chat_letters_max) return SayRefusal::too_long;
  if (facts.said_in_last_minute >= settings.chat_messages_a_minute) return SayRefusal::too_fast;
  if (facts.said_in_event >= event_messages_a_minute_max && !facts.is_speaker) return SayRefusal::crowded;
  return std::nullopt;
}

}  // namespace kelisim::groups
