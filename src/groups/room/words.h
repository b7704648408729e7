#pragma once

#include "room/seat.h"
#include "rules/chat.h"
#include "use_cases/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a browser and the server say to each other in the room of an event, as JSON texts. Of media a browser says
/// SDP and candidates and nothing else: there is no word here that could ask an engine for more.
namespace kelisim::groups::words {

enum class Verb : std::uint8_t {
  beat,
  leave,
  hello,
  offer,
  quiet,
  watch,
  answer,
  candidate,
  picture,
  hand,
  admit,
  lower,
  mute,
  remove,
  chat,
  say,
  keys
};

/// A key of frames, sealed by the browser of `from` for the browser of `who`.
struct SealedKey {
  std::string who;
  std::string sealed;
};

struct Heard {
  Verb verb;
  std::string who = {};   ///< a speaker or another participant
  std::string text = {};  ///< SDP, candidate, chat message, name (empty where it is none that can be shown)
  std::string key = {};
  std::string mid = {};
  std::int64_t number = 0;  ///< line of a candidate, epoch of keys
  bool flag = false;        ///< encrypts, raised, muted, open
  Picture picture = Picture::high;
  std::vector<SealedKey> keys = {};
  std::optional<SayRefusal> unfit = {};  ///< why the text is none for the chat
};
/// Nothing for what is no message of this room or breaks a bound.
[[nodiscard]] std::optional<Heard> read(std::string_view text);

[[nodiscard]] std::string beat();
/// Of what was said before, each seat is told only which of it is its own.
[[nodiscard]] std::string welcome(Seat const& seat, Room const& room,
                                  std::optional<sessions::RelayAccess> const& relay, bool has_engine, Instant now);
[[nodiscard]] std::string relay(sessions::RelayAccess const& access);
/// The room as this seat is shown it: a speaker sees the people, a viewer how many they are.
[[nodiscard]] std::string stage(Seat const& seat, Room const& room, bool has_engine);
[[nodiscard]] std::string answer(Description const& description);
[[nodiscard]] std::string offer(std::string_view speaker, Description const& description);
/// Of the own line where `speaker` is empty.
[[nodiscard]] std::string line_ended(std::string_view speaker, std::string_view why);
[[nodiscard]] std::string keys(std::string_view from, std::int64_t epoch, std::string_view sealed);
[[nodiscard]] std::string said(std::string_view from, Said const& message);
[[nodiscard]] std::string refused(std::string_view what, std::string_view code);
[[nodiscard]] std::string closed(std::string_view code);

}  // namespace kelisim::groups::words
