#pragma once

#include "kernel/instant.h"
#include "terms/group_settings.h"

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kelisim::groups {

/// Why something is not written into the chat, in order of precedence. The bounds are settings of the brand.
enum class SayRefusal : std::uint8_t {
  chat_off,
  empty,      ///< nothing in it can be seen
  not_plain,  ///< a control character, or one that hides or turns the writing around
  too_long,
  too_fast,
  crowded  ///< all together write too fast; a speaker is heard all the same
};
BOOST_DESCRIBE_ENUM(SayRefusal, chat_off, empty, not_plain, too_long, too_fast, crowded)

/// More of it nobody can read; bounds also what one event can make us keep.
inline constexpr int event_messages_a_minute_max = 120;
/// The longest that a brand may allow.
inline constexpr std::size_t chat_letters_ceiling = 2000;

struct SayFacts {
  bool chat_open;
  bool is_speaker;                  ///< speaks to the room also when the chat is off
  std::optional<SayRefusal> unfit;  ///< what the shape of the text is refused for: empty, not_plain, too_long
  std::int64_t letters;             ///< of a text that is fit
  int said_in_last_minute;          ///< by this person, over whatever connections
  int said_in_event;                ///< by everybody in the same minute
};
[[nodiscard]] std::optional<SayRefusal> refuse_saying(SayFacts const& facts, terms::GroupSettings const& settings);

/// Unicode code points.
[[nodiscard]] std::int64_t letters_in(std::string_view text);

}  // namespace kelisim::groups
