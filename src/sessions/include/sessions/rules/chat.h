#pragma once

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kelisim::sessions {

// Bounds of the chat of one session; none stands in the offer.
inline constexpr std::size_t chat_letters_max = 2000;  ///< Unicode code points of one message, trimmed
inline constexpr int chat_a_minute_max = 20;           ///< messages of one side in the minute before
inline constexpr int chat_of_session_max = 500;        ///< messages of one side

/// Why something is not taken into the chat, in order of precedence.
enum class SayRefusal : std::uint8_t {
  chat_off = 1,   ///< the brand has no chat
  empty = 2,      ///< nothing in it can be seen
  not_plain = 3,  ///< a control character that is not the end of a line
  too_long = 4,
  too_many = 5,  ///< this side has written all that one session holds
  too_fast = 6,
};
BOOST_DESCRIBE_ENUM(SayRefusal, chat_off, empty, not_plain, too_long, too_many, too_fast)

struct SayFacts {
  bool brand_has_chat;
  std::optional<SayRefusal> unfit;  ///< what the shape of the text is refused for: empty, not_plain, too_long
  int said_in_session;              ///< by this side, before
  int said_in_minute;               ///< of these, since 60 s before the receipt, that instant not included
};
[[nodiscard]] std::optional<SayRefusal> refuse_saying(SayFacts const& facts);

}  // namespace kelisim::sessions
