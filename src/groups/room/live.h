#pragma once

#include "groups/groups.h"
#include "platform/ticker.h"
#include "room/pace.h"
#include "room/seat.h"
#include "room/words.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::groups {

/// The live rooms of one process: who sits where, what goes over the stage. All state is under one mutex; the engine
/// and the sockets only take notes when they are called, so they may be called with it held, the database may not.
class Rooms::Live : public std::enable_shared_from_this<Rooms::Live> {
 public:
  explicit Live(Parts const& parts);
  /// Begins to listen to the engine and to watch for the silent.
  void start();

  /// Notes that somebody asks for the door, and says whether they may: not too often within a minute.
  [[nodiscard]] bool may_knock(PersonId person, Instant now);
  /// An admitted connection has opened. It sits down once it has said how it comes, if its person may still come in
  /// then; of one person one connection waits.
  void open(SeatPtr const& seat);
  void hear(SeatPtr const& seat, std::string_view text);
  void stand_up(SeatPtr const& seat);
  /// Somebody may be here no longer, seated or about to be.
  void put_out(EventId event, PersonId person, std::string_view why);
  void close_event(EventId event, std::string_view why);
  void close_all();

 private:
  class SpeakerEar;
  class ViewerEar;
  using Lock = std::unique_lock<std::mutex>;

  // door.cpp: coming. A seat waits at the door until take_seat(), so that whatever shuts the event to its person
  // meanwhile finds it there.
  void sit_down(SeatPtr const& seat, words::Heard const& hello);
  /// The join is durable.
  void came_in(SeatPtr const& seat, Event const& event);
  /// Without `chat` only into a room that is there; otherwise the chat is read first.
  void join(SeatPtr const& seat, Event const& event, std::optional<Chat> chat);
  void read_chat(SeatPtr const& seat, Event const& event);
  /// With the mutex held; gives the seat that the same person had.
  [[nodiscard]] SeatPtr take_seat(Room& room, SeatPtr const& seat);

  // live.cpp: being there and going
  [[nodiscard]] std::vector<SeatPtr> seats_of(EventId event);
  void give_up(SeatPtr const& seat, std::string_view why, std::optional<Instant> at);
  void write_leave(Seat const& seat);
  void shut(SeatPtr const& seat, std::string_view why);
  void tick();
  void tick_seat(Room& room, SeatPtr const& seat, Instant now, struct Due& due);

  // stage.cpp: media
  void engine_changed(bool up);
  void open_at_engine(Room& room, bool encrypted);
  void engine_answered(Room& room, bool opened);
  void ask_engine_again(Room& room);
  void leave_engine(Room& room);
  [[nodiscard]] static bool all_encrypt(Room const& room);
  /// Once everybody has been able to for a while, so that one browser that comes and goes does not cut the picture of
  /// all each time.
  void encrypt_again(Room& room, Instant now);
  void hear_media(Room& room, SeatPtr const& seat, words::Heard const& heard);
  void speak(Room& room, SeatPtr const& seat, words::Heard const& heard);
  void watch(Room& room, SeatPtr const& seat, std::string const& speaker);
  void off_stage(Room& room, Seat& seat);
  void speaker_described(SeatPtr const& seat, std::string const& on_air, Description const& description);
  void speaker_connected(SeatPtr const& seat, std::string const& on_air);
  void speaker_ended(SeatPtr const& seat, std::string const& on_air, std::string_view why);
  void viewer_described(SeatPtr const& seat, std::string const& speaker, std::int64_t number,
                        Description const& description);
  void viewer_ended(SeatPtr const& seat, std::string const& speaker, std::int64_t number, std::string_view why);
  void tell_stage(Room& room);
  /// Those who speak have keys to give; the others learn with the next tick how many they are.
  void tell_speakers(Room& room);

  // manners.cpp: hands, moderation, chat, keys
  /// What is left to do without the mutex.
  using After = std::function<void()>;
  [[nodiscard]] After hear_manners(Room& room, SeatPtr const& seat, words::Heard const& heard);
  [[nodiscard]] After moderate(Room& room, SeatPtr const& seat, words::Heard const& heard);
  void admit(Room& room, SeatPtr const& seat, std::string const& who);
  [[nodiscard]] After say(Room& room, SeatPtr const& seat, words::Heard const& heard);
  void pass_keys(Room& room, SeatPtr const& seat, words::Heard const& heard);
  /// To everybody in the room, and to those who come later.
  void show(Seat const& author, Said const& said);

  [[nodiscard]] Room* room_of(Seat const& seat);
  [[nodiscard]] bool has_engine() const noexcept { return parts_.engine != nullptr; }

  Parts const parts_;  ///< a copy: what waits in the database's queue may outlive the given one
  std::mutex mutex_;
  std::map<std::string, Room, std::less<>> rooms_;
  std::vector<SeatPtr> at_the_door_;  ///< open, and not seated yet
  Pace knocks_;                       ///< by person
  Pace sayings_;                      ///< by person and by event
  bool engine_up_ = false;
  std::int64_t last_line_ = 0;
  int ticks_ = 0;
  std::optional<Ticker> ticker_;  ///< last: it stops before the rest goes
};

}  // namespace kelisim::groups
