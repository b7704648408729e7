#pragma once

#include "sessions/messages.h"
#include "sessions/rules/chat.h"
#include "sessions/sessions.h"

namespace kelisim::sessions {

/// What one of the two wrote, as it was received.
struct Saying {
  scheduling::BookingId booking;
  PersonId author;
  std::string mark;
  std::string text;                 ///< empty where its shape is refused
  std::optional<SayRefusal> unfit;  ///< as SayFacts::unfit
  Instant at;
};

struct Kept {
  Message message;
  bool before;  ///< said before under the same mark, and answered as it was kept then
};

/// Keeps it, sealed with the client's key.
[[nodiscard]] Result<Kept, SayRefusal> say(db::Tx& tx, Parts const& parts, Saying const& saying);

/// In their order, those after `after`.
[[nodiscard]] std::vector<Message> read_messages(db::Tx& tx, Parts const& parts, scheduling::BookingId booking,
                                                 std::int64_t after, int limit);

}  // namespace kelisim::sessions
