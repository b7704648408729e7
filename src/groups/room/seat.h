#pragma once

#include "groups/groups.h"
#include "platform/http/socket.h"
#include "store/stays.h"
#include "use_cases/events.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace kelisim::groups {

/// A line on which one speaker is watched. Its number tells what is heard of it from what is heard of a former one.
struct Watching {
  std::int64_t number;
  std::shared_ptr<ViewingLine> line;
};

/// One connection of one person in the room of an event. In the room it goes by the id of its stay: nobody there
/// learns who a person is beyond the name they come under.
struct Seat {
  EventId event;
  PersonId person;
  Part part;
  store::StayId stay;
  std::string name;  ///< of a specialist as in the catalogue; of a viewer as they say
  std::shared_ptr<http::Socket> socket = nullptr;
  Instant heard_at = {};
  int silent_ticks = 0;
  int heard_in_window = 0;
  bool greeted = false;       ///< has said how it comes
  bool written = false;       ///< the join is durable
  std::string left_for = {};  ///< why the seat was given up, once it was
  Instant left_at = {};
  bool encrypts = false;  ///< the browser can encrypt frames
  std::string key = {};   ///< its public key, for the other browsers; the server does not look inside
  bool hand = false;      ///< raised
  bool let_up = false;    ///< a viewer on the stage
  bool muted = false;     ///< by a speaker
  bool live = false;      ///< its media is at the engine
  std::shared_ptr<SpeakingLine> speaking = nullptr;
  std::string on_air = {};                                    ///< the name of that line at the engine, new for each
  std::map<std::string, Watching, std::less<>> viewing = {};  ///< by speaker
  int ticks_of_access = 0;                                    ///< since it was last let through the relay

  [[nodiscard]] std::string_view id() const { return stay.view(); }
  [[nodiscard]] bool may_speak() const { return part == Part::speaker || let_up; }
};
using SeatPtr = std::shared_ptr<Seat>;

/// The live room of one event.
struct Room {
  Event event;
  Chat chat = {};  ///< the last messages, opened once for all who come; somebody erased meanwhile is still in it
  std::set<PersonId> removed = {};
  std::string engine_name = {};  ///< new for each opening, so that nothing of a former one is met
  std::int64_t generation = 0;   ///< of the engine's room: when it grows, every line is made anew
  bool encrypted = true;
  std::optional<Instant> able_since = {};  ///< not encrypted, though everybody here can again
  bool opened = false;
  int ask_again_at_tick = 0;  ///< the engine would not open it; 0: nothing to ask
  bool chat_open = true;
  bool count_changed = false;  ///< told at the next tick
  std::map<std::string, SeatPtr, std::less<>> seats = {};

  [[nodiscard]] int may_speak() const;
};

}  // namespace kelisim::groups
