#pragma once

#include "kernel/instant.h"
#include "terms/group_settings.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace kelisim::groups {

/// Why something is not written into the chat, in order of precedence. The bounds are settings of the brand.
enum class SayRefusal : std::uint8_t { chat_off, empty, too_long, too_fast };
BOOST_DESCRIBE_ENUM(SayRefusal, chat_off, empty, too_long, too_fast)

struct SayFacts {
  bool chat_open;
  bool is_speaker;  ///< speaks to the room also when the chat is off
  std::string_view text;
  int said_in_last_minute;  ///< by this person
};
[[nodiscard]] std::optional<SayRefusal> refuse_saying(SayFacts const& facts, terms::GroupSettings const& settings);

/// Unicode code points; a text with a control character but the newline counts as longer than anything.
[[nodiscard]] std::int64_t letters_in(std::string_view text);

}  // namespace kelisim::groups
