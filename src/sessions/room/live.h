#pragma once

#include "platform/http/socket.h"
#include "platform/ticker.h"
#include "room/relay_view.h"
#include "room/words.h"
#include "sessions/sessions.h"
#include "store/connections.h"
#include "use_cases/join_room.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace kelisim::sessions {

/// One connection of one of the two. Its stay is written when the seat is taken and ended when it is given up, each
/// by a transaction of its own; the end waits for the beginning.
struct Seat {
  scheduling::BookingId booking;
  scheduling::Party side;
  PersonId person;
  store::StayId stay;
  std::shared_ptr<http::Socket> socket;
  Instant heard_at;
  int silent_ticks = 0;
  int heard_in_window = 0;
  int ticks_of_access = 0;  ///< since this seat was last let through the relay
  std::optional<std::pair<store::HearingId, Hearing>> hearing = {};  ///< the span that may still grow
  bool written = false;                                              ///< the join is durable
  std::string left_for = {};                                         ///< why the seat was given up, once it was
  Instant left_at = {};
};

/// The live rooms of one process: who sits where, what one says to the other, who has fallen silent. All state is
/// under one mutex; no call into the database or a socket's callback is made with it held.
class Rooms::Live : public RelayWitness, public std::enable_shared_from_this<Rooms::Live> {
 public:
  explicit Live(Parts const& parts);
  /// Begins to watch for the silent.
  void start();

  /// An admitted connection has opened. Another connection of the same side gives way to it.
  void sit_down(std::shared_ptr<Seat> const& seat);
  void hear(std::shared_ptr<Seat> const& seat, std::string_view text);
  /// The connection closed. `lost` unless the person had said that they leave.
  void stand_up(std::shared_ptr<Seat> const& seat);
  void close_all();

  void alive() override;
  void heard(RelayReport const& report) override;

 private:
  struct Room {
    RoomTimes times;
    std::array<std::shared_ptr<Seat>, 2> seats;  ///< client, specialist
    std::string last_state = {};
    std::optional<scheduling::Party> sharing = {};  ///< whose screen is shown
    RoomRelayView relay = {};
    std::array<std::string, 2> names = {};  ///< of the two at the relay
  };
  using Lock = std::unique_lock<std::mutex>;

  void joined(std::shared_ptr<Seat> const& seat, RoomTimes const& times);
  /// Sends them out of the room, and the page does not come again by itself.
  void shut(std::shared_ptr<Seat> const& seat, RoomShut why);
  /// Reads whether the sessions of the live rooms are still to be held then.
  void look_again();
  void stands(scheduling::BookingId booking, Result<RoomTimes, RoomShut> const& times);
  /// With the mutex held. Its room, where this connection holds the place of its side.
  [[nodiscard]] Room* room_of(Seat const& seat);
  /// Without an instant: when the seat was last heard.
  void give_up(std::shared_ptr<Seat> const& seat, std::string_view why, std::optional<Instant> at);
  void write_leave(Seat const& seat);
  void write_switch(Seat const& seat, std::string mode, std::string cause);
  void write_hearing(Seat& seat, bool hears);
  /// Writes it and answers its author; the other is shown what was not there before.
  void keep_saying(std::shared_ptr<Seat> const& seat, words::Heard const& heard);
  /// Begins or ends to show the screen of one of the two, and tells both.
  void share(Seat const& seat, bool on);
  void show(Seat const& author, std::string const& said);
  void tick();
  void tell_state(Room& room, Instant now);
  [[nodiscard]] std::optional<RelayAccess> access_for(Room& room, Seat const& seat);
  /// With the mutex held. What is to be written of the relay's having been there for the window that is over.
  void note_watching(Room& room, scheduling::BookingId booking, Instant now);
  void write_spans();
  [[nodiscard]] std::shared_ptr<Seat> peer_of(Seat const& seat);

  Parts const& parts_;
  std::mutex mutex_;
  std::map<std::string, Room, std::less<>> rooms_;
  std::map<std::string, std::pair<std::string, scheduling::Party>, std::less<>> at_relay_;  ///< name: room and side
  std::vector<std::pair<scheduling::BookingId, KeptSpan>> spans_;                           ///< to be written
  std::int64_t ticks_ = 0;
  std::int64_t relay_heard_at_ = -1;  ///< tick; -1: never
  bool relay_was_there_ = false;      ///< at the end of the last window
  std::optional<Ticker> ticker_;      ///< last: it stops before the rest goes
};

}  // namespace kelisim::sessions
