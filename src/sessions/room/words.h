#pragma once

#include "use_cases/join_room.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

/// What a browser and the server say to each other in a room, as JSON texts. The server does not look inside a
/// signal.
namespace kelisim::sessions::words {

enum class Said : std::uint8_t { beat, signal, mode, hearing, leave };

struct Heard {
  Said said;
  std::string text = {};   ///< of a signal: the whole message, to be passed on
  std::string mode = {};   ///< video, audio
  std::string cause = {};  ///< chosen, quality
  bool hears = false;      ///< of a hearing: something of the other's media came in the seconds before
};
/// Nothing for what is no message of a room.
[[nodiscard]] std::optional<Heard> read(std::string_view text);

[[nodiscard]] std::string beat();
/// Without access to a relay the two connect directly, and no outside host is asked.
[[nodiscard]] std::string welcome(RoomTimes const& times, bool peer_present, std::optional<RelayAccess> const& relay,
                                  Instant now);
/// A fresh access, before the last one ends.
[[nodiscard]] std::string relay(RelayAccess const& access);
[[nodiscard]] std::string state(RoomTimes const& times, bool peer_present, Instant now);
[[nodiscard]] std::string closed(std::string_view code);

/// How long the specialist has been waited for, or was: whole minutes.
[[nodiscard]] std::int64_t late_minutes(RoomTimes const& times, Instant now);

}  // namespace kelisim::sessions::words
