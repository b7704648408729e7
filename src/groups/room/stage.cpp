#include "room/live.h"

#include <fmt/format.h>

namespace kelisim::groups {
namespace {

constexpr std::size_t name_bytes = 6;
constexpr std::int64_t bits = 1000;
constexpr Duration encrypted_again_after = std::chrono::seconds(30);
constexpr int pause_ticks = 4;  // 2 s before an engine that refused a room is asked again

}  // namespace

/// Hears of the line on which somebody speaks. Holds nothing alive.
class Rooms::Live::SpeakerEar final : public LineListener {
 public:
  SpeakerEar(std::weak_ptr<Live> live, std::weak_ptr<Seat> seat, std::string on_air)
      : live_(std::move(live)), seat_(std::move(seat)), on_air_(std::move(on_air)) {}

  void described(Description description) override {
    auto const live = live_.lock();
    auto const seat = seat_.lock();
    if (live && seat) live->speaker_described(seat, on_air_, description);
  }
  void connected() override {
    auto const live = live_.lock();
    auto const seat = seat_.lock();
    if (live && seat) live->speaker_connected(seat, on_air_);
  }
  void ended(std::string_view why) override {
    auto const live = live_.lock();
    auto const seat = seat_.lock();
    if (live && seat) live->speaker_ended(seat, on_air_, why);
  }

 private:
  std::weak_ptr<Live> live_;
  std::weak_ptr<Seat> seat_;
  std::string on_air_;
};

/// Hears of the line on which somebody watches one speaker.
class Rooms::Live::ViewerEar final : public LineListener {
 public:
  ViewerEar(std::weak_ptr<Live> live, std::weak_ptr<Seat> seat, std::string speaker, std::int64_t number)
      : live_(std::move(live)), seat_(std::move(seat)), speaker_(std::move(speaker)), number_(number) {}

  void described(Description description) override {
    auto const live = live_.lock();
    auto const seat = seat_.lock();
    if (live && seat) live->viewer_described(seat, speaker_, number_, description);
  }
  void connected() override {}
  void ended(std::string_view why) override {
    auto const live = live_.lock();
    auto const seat = seat_.lock();
    if (live && seat) live->viewer_ended(seat, speaker_, number_, why);
  }

 private:
  std::weak_ptr<Live> live_;
  std::weak_ptr<Seat> seat_;
  std::string speaker_;
  std::int64_t number_;
};

void Rooms::Live::engine_changed(bool up) {
  Lock const lock(mutex_);
  if (std::exchange(engine_up_, up) == up) return;
  for (auto& [id, room] : rooms_) {
    if (up) {
      open_at_engine(room, room.encrypted);
    } else {
      leave_engine(room);
      tell_stage(room);
    }
  }
}

void Rooms::Live::open_at_engine(Room& room, bool encrypted) {
  leave_engine(room);
  room.encrypted = encrypted;
  room.able_since.reset();
  if (!engine_up_) return;
  room.engine_name = fmt::format("{}.{}", room.event.id.view(), parts_.random.token(name_bytes));
  RoomShape const shape{.speakers_max = parts_.settings.speakers_max,
                        .video_bits_max = parts_.settings.video_kbps * bits,
                        .encrypted = encrypted};
  parts_.engine->open_room(room.engine_name, shape,
                           [live = weak_from_this(), event = room.event.id, name = room.engine_name](bool done) {
                             auto const self = live.lock();
                             if (!self) return;
                             Lock const lock(self->mutex_);
                             auto const found = self->rooms_.find(event.view());
                             if (found == self->rooms_.end() || found->second.engine_name != name) return;
                             self->engine_answered(found->second, done);
                           });
}

bool Rooms::Live::all_encrypt(Room const& room) {
  return std::ranges::all_of(room.seats, [](auto const& one) { return one.second->encrypts; });
}

void Rooms::Live::encrypt_again(Room& room, Instant now) {
  if (!room.able_since || now < *room.able_since + encrypted_again_after) return;
  open_at_engine(room, true);
  tell_stage(room);
}

void Rooms::Live::engine_answered(Room& room, bool opened) {
  room.opened = opened;
  if (opened) return tell_stage(room);
  room.ask_again_at_tick = ticks_ + pause_ticks;
}

void Rooms::Live::ask_engine_again(Room& room) {
  if (room.ask_again_at_tick != 0 && ticks_ >= room.ask_again_at_tick) open_at_engine(room, all_encrypt(room));
}

/// Forgets every line: what comes of them later is of a former generation.
void Rooms::Live::leave_engine(Room& room) {
  for (auto const& [id, seat] : room.seats) {
    seat->speaking.reset();
    seat->on_air.clear();
    seat->live = false;
    seat->viewing.clear();
  }
  ++room.generation;
  room.opened = false;
  room.ask_again_at_tick = 0;
  auto const name = std::exchange(room.engine_name, {});
  if (!name.empty() && engine_up_) parts_.engine->close_room(name);
}

void Rooms::Live::hear_media(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  using words::Verb;
  if (heard.verb == Verb::offer) return speak(room, seat, heard);
  if (heard.verb == Verb::watch) return watch(room, seat, heard.who);
  if (heard.verb == Verb::quiet) {
    if (!seat->may_speak()) return;
    off_stage(room, *seat);
    seat->let_up = false;
    return tell_stage(room);
  }
  if (heard.verb == Verb::candidate && heard.who.empty() && seat->speaking) {
    return seat->speaking->trickle({heard.text, heard.mid, heard.number});
  }
  auto const line = seat->viewing.find(heard.who);
  if (line == seat->viewing.end()) return;
  if (heard.verb == Verb::candidate) line->second.line->trickle({heard.text, heard.mid, heard.number});
  if (heard.verb == Verb::answer) line->second.line->answer({"answer", heard.text});
  if (heard.verb == Verb::picture) line->second.line->show(heard.picture);
}

void Rooms::Live::speak(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  if (!seat->may_speak()) return seat->socket->send(words::refused("offer", "not_a_speaker"));
  if (!room.opened) return seat->socket->send(words::refused("offer", "engine_down"));
  off_stage(room, *seat);
  seat->on_air = fmt::format("{}.{}", seat->id(), ++last_line_);
  auto ear = std::make_shared<SpeakerEar>(weak_from_this(), seat, seat->on_air);
  seat->speaking = parts_.engine->speak(room.engine_name, seat->on_air, {"offer", heard.text}, std::move(ear));
  if (seat->muted) seat->speaking->mute(true);
}

void Rooms::Live::watch(Room& room, SeatPtr const& seat, std::string const& speaker) {
  auto const found = room.seats.find(speaker);
  auto const seen = found != room.seats.end() && found->second != seat && found->second->live && room.opened;
  if (!seen) return seat->socket->send(words::line_ended(speaker, "refused"));
  auto const number = ++last_line_;
  auto ear = std::make_shared<ViewerEar>(weak_from_this(), seat, speaker, number);
  auto line = parts_.engine->watch(room.engine_name, found->second->on_air, std::move(ear));
  seat->viewing.insert_or_assign(speaker, Watching{number, std::move(line)});
}

void Rooms::Live::off_stage(Room& room, Seat& seat) {
  seat.speaking.reset();
  seat.on_air.clear();
  seat.live = false;
  for (auto const& [id, other] : room.seats) other->viewing.erase(seat.stay.str());
}

void Rooms::Live::speaker_described(SeatPtr const& seat, std::string const& on_air, Description const& description) {
  Lock const lock(mutex_);
  auto* const room = room_of(*seat);
  if (room == nullptr || seat->on_air != on_air) return;
  seat->socket->send(words::answer(description));
}

void Rooms::Live::speaker_connected(SeatPtr const& seat, std::string const& on_air) {
  Lock const lock(mutex_);
  auto* const room = room_of(*seat);
  if (room == nullptr || seat->on_air != on_air || seat->live) return;
  seat->live = true;
  tell_stage(*room);
}

void Rooms::Live::speaker_ended(SeatPtr const& seat, std::string const& on_air, std::string_view why) {
  Lock const lock(mutex_);
  auto* const room = room_of(*seat);
  if (room == nullptr || seat->on_air != on_air) return;
  off_stage(*room, *seat);
  seat->socket->send(words::line_ended("", why));
  tell_stage(*room);
}

void Rooms::Live::viewer_described(SeatPtr const& seat, std::string const& speaker, std::int64_t number,
                                   Description const& description) {
  Lock const lock(mutex_);
  auto const line = seat->viewing.find(speaker);
  if (line == seat->viewing.end() || line->second.number != number) return;
  seat->socket->send(words::offer(speaker, description));
}

void Rooms::Live::viewer_ended(SeatPtr const& seat, std::string const& speaker, std::int64_t number,
                               std::string_view why) {
  Lock const lock(mutex_);
  auto const line = seat->viewing.find(speaker);
  if (line == seat->viewing.end() || line->second.number != number) return;
  seat->viewing.erase(line);
  seat->socket->send(words::line_ended(speaker, why));
}

void Rooms::Live::tell_stage(Room& room) {
  room.count_changed = false;
  for (auto const& [id, seat] : room.seats) seat->socket->send(words::stage(*seat, room, has_engine()));
}

void Rooms::Live::tell_speakers(Room& room) {
  room.count_changed = true;
  for (auto const& [id, seat] : room.seats) {
    if (seat->may_speak()) seat->socket->send(words::stage(*seat, room, has_engine()));
  }
}

}  // namespace kelisim::groups
