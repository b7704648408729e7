#include "rules/chat.h"

#include <limits>

namespace kelisim::groups {
namespace {

constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max();

bool is_continuation(char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U; }
bool is_control(char letter) { return static_cast<unsigned char>(letter) < 0x20U && letter != '\n'; }

}  // namespace

std::int64_t letters_in(std::string_view text) {
  std::int64_t count = 0;
  for (char const letter : text) {
    if (is_control(letter)) return endless;
    if (!is_continuation(letter)) ++count;
  }
  return count;
}

std::optional<SayRefusal> refuse_saying(SayFacts const& facts, terms::GroupSettings const& settings) {
  if (!facts.chat_open && !facts.is_speaker) return SayRefusal::chat_off;
  if (facts.text.find_first_not_of(" \n") == std::string_view::npos) return SayRefusal::empty;
  if (letters_in(facts.text) > settings.chat_letters_max) return SayRefusal::too_long;
  if (facts.said_in_last_minute >= settings.chat_messages_a_minute) return SayRefusal::too_fast;
  return std::nullopt;
}

}  // namespace kelisim::groups
