#pragma once

#include "sessions/messages.h"
#include "sessions/rules/chat.h"
#include "sessions/rules/share.h"
#include "terms/brand.h"
#include "use_cases/join_room.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

/// What a browser and the server say to each other in a room, as JSON texts. The server does not look inside a
/// signal.
namespace kelisim::sessions::words {

enum class Said : std::uint8_t { beat, signal, mode, hearing, say, share, leave };

struct Heard {
  Said said;
  std::string text = {};   ///< of a signal: the whole message, to be passed on; of the chat: what was written
  std::string mode = {};   ///< video, audio
  std::string cause = {};  ///< chosen, quality
  bool hears = false;      ///< of a hearing: something of the other's media came in the seconds before
  bool shares = false;     ///< of a share: begins, or ends
  std::string mark = {};   ///< of the chat: by which the page knows its message
  std::optional<SayRefusal> unfit = {};  ///< of the chat: its shape is refused, and there is no text
};
/// Nothing for what is no message of a room.
[[nodiscard]] std::optional<Heard> read(std::string_view text);

[[nodiscard]] std::string beat();
/// Without access to a relay the two connect directly, and no outside host is asked. `allowed` is what the brand lets
/// them do here.
[[nodiscard]] std::string welcome(RoomTimes const& times, bool peer_present, std::optional<RelayAccess> const& relay,
                                  terms::SessionSettings const& allowed, Instant now);
/// A fresh access, before the last one ends.
[[nodiscard]] std::string relay(RelayAccess const& access);
/// Whose screen is shown, as the one who hears this calls them.
enum class Sharing : std::uint8_t { nobody, you, other };
BOOST_DESCRIBE_ENUM(Sharing, nobody, you, other)
[[nodiscard]] std::string state(RoomTimes const& times, bool peer_present, Sharing sharing, Instant now);
/// A screen that is not to be shown.
[[nodiscard]] std::string not_shared(ShareRefusal why);
[[nodiscard]] std::string said(Message const& message);
/// A message that was not taken: a SayRefusal, or `not_kept` where it could not be written.
[[nodiscard]] std::string refused(std::string_view mark, std::string_view code);
[[nodiscard]] std::string closed(std::string_view code);

/// How long the specialist has been waited for, or was: whole minutes.
[[nodiscard]] std::int64_t late_minutes(RoomTimes const& times, Instant now);

}  // namespace kelisim::sessions::words
