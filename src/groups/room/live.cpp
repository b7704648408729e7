#include "room/live.h"
#include "platform/db/or_tell.h"

namespace kelisim::groups {

/// What a tick finds to do, done without the mutex.
struct Due {
  std::vector<SeatPtr> silent;
  std::vector<SeatPtr> over;
  std::vector<std::pair<store::StayId, Instant>> present;
};

namespace {

constexpr Duration tick_period = std::chrono::milliseconds(500);
constexpr int note_every_ticks = 30;    // how much of a stay a dying server can forget: 15 s
constexpr int heard_max = 600;          // messages of one connection in one window of 15 s
constexpr int renew_every_ticks = 600;  // access to the relay lasts 10 min: a fresh one each 5
constexpr std::uint16_t close_normal = 1000;
constexpr std::uint16_t close_policy = 1008;
constexpr std::uint16_t close_restarting = 1012;

}  // namespace

int Room::may_speak() const {
  auto count = static_cast<int>(event.speakers.size());
  for (auto const& [id, seat] : seats) count += seat->let_up ? 1 : 0;
  return count;
}

Rooms::Live::Live(Parts const& parts) : parts_(parts) {}

void Rooms::Live::start() {
  if (has_engine()) {
    parts_.engine->on_change([live = weak_from_this()](bool up) {
      if (auto const self = live.lock()) self->engine_changed(up);
    });
  }
  ticker_.emplace(tick_period, [this] { tick(); });
}

Room* Rooms::Live::room_of(Seat const& seat) {
  auto const found = rooms_.find(seat.event.view());
  if (found == rooms_.end()) return nullptr;
  auto const own = found->second.seats.find(seat.id());
  return own != found->second.seats.end() && own->second.get() == &seat ? &found->second : nullptr;
}

void Rooms::Live::hear(SeatPtr const& seat, std::string_view text) {
  auto const heard = words::read(text);
  After after;
  {
    Lock const lock(mutex_);
    seat->silent_ticks = 0;
    seat->heard_at = parts_.clock.now();
    if (++seat->heard_in_window > heard_max || !heard || (heard->verb == words::Verb::hello) == seat->greeted) {
      seat->socket->close(close_policy, heard ? "too many messages" : "not a message of this room");
      return;
    }
    if (auto* const room = room_of(*seat)) {
      hear_media(*room, seat, *heard);
      after = hear_manners(*room, seat, *heard);
    }
  }
  if (after) after();
  if (heard->verb == words::Verb::beat) seat->socket->send(words::beat());
  if (heard->verb == words::Verb::hello) sit_down(seat, *heard);
  if (heard->verb == words::Verb::leave) {
    give_up(seat, "left", parts_.clock.now());
    seat->socket->close(close_normal, "left");
  }
}

void Rooms::Live::stand_up(SeatPtr const& seat) { give_up(seat, "lost", std::nullopt); }

void Rooms::Live::give_up(SeatPtr const& seat, std::string_view why, std::optional<Instant> at) {
  bool written = false;
  {
    Lock const lock(mutex_);
    if (!seat->left_for.empty()) return;
    seat->left_for = why;
    seat->left_at = at.value_or(seat->heard_at);
    written = seat->written;
    std::erase(at_the_door_, seat);
    if (auto* const room = room_of(*seat)) {
      room->seats.erase(room->seats.find(seat->id()));
      off_stage(*room, *seat);
      seat->viewing.clear();
      if (!room->encrypted && !room->able_since && all_encrypt(*room)) room->able_since = parts_.clock.now();
      seat->may_speak() ? tell_stage(*room) : tell_speakers(*room);
      if (room->seats.empty()) {
        leave_engine(*room);
        rooms_.erase(rooms_.find(seat->event.view()));
      }
    }
  }
  if (written) write_leave(*seat);
}

void Rooms::Live::write_leave(Seat const& seat) {
  db::write_or_tell(
      parts_.database, db::Lane::reserved,
      [stay = seat.stay, at = seat.left_at, why = seat.left_for](db::Tx& tx) { store::end_stay(tx, stay, at, why); },
      [](std::exception_ptr) {});  // a stay left open ends when it was last seen
}

void Rooms::Live::shut(SeatPtr const& seat, std::string_view why) {
  seat->socket->send(words::closed(why));
  seat->socket->close(close_normal, why);
  give_up(seat, why, parts_.clock.now());
}

std::vector<SeatPtr> Rooms::Live::seats_of(EventId event) {
  Lock const lock(mutex_);
  std::vector<SeatPtr> all;
  std::ranges::copy_if(at_the_door_, std::back_inserter(all), [&](auto const& seat) { return seat->event == event; });
  auto const room = rooms_.find(event.view());
  if (room == rooms_.end()) return all;
  for (auto const& [id, seat] : room->second.seats) all.push_back(seat);
  return all;
}

void Rooms::Live::put_out(EventId event, PersonId person, std::string_view why) {
  for (auto const& seat : seats_of(event)) {
    if (seat->person == person) shut(seat, why);
  }
}

void Rooms::Live::close_event(EventId event, std::string_view why) {
  for (auto const& seat : seats_of(event)) shut(seat, why);
}

void Rooms::Live::tick_seat(Room& room, SeatPtr const& seat, Instant now, Due& due) {
  if (ticks_ % note_every_ticks == 0) {
    seat->heard_in_window = 0;
    due.present.emplace_back(seat->stay, seat->heard_at);
  }
  if (parts_.relay != nullptr && ++seat->ticks_of_access >= renew_every_ticks) {
    seat->ticks_of_access = 0;
    seat->socket->send(words::relay(parts_.relay->admit(seat->event.view(), seat->person)));
  }
  if (now >= room.event.ends_at + parts_.settings.overrun) {
    due.over.push_back(seat);
  } else if (++seat->silent_ticks * tick_period >= parts_.silence) {
    due.silent.push_back(seat);
  }
}

void Rooms::Live::tick() {
  auto const now = parts_.clock.now();
  Due due;
  {
    Lock const lock(mutex_);
    if (++ticks_ % note_every_ticks == 0) {
      knocks_.forget(now);
      sayings_.forget(now);
    }
    for (auto& [id, room] : rooms_) {
      ask_engine_again(room);
      for (auto const& [seat_id, seat] : room.seats) tick_seat(room, seat, now, due);
      encrypt_again(room, now);
      if (std::exchange(room.count_changed, false)) {
        for (auto const& [seat_id, seat] : room.seats) seat->socket->send(words::stage(*seat, room, has_engine()));
      }
    }
    for (auto const& seat : at_the_door_) {
      if (++seat->silent_ticks * tick_period >= parts_.silence) due.silent.push_back(seat);
    }
  }
  for (auto const& seat : due.silent) {
    give_up(seat, "lost", std::nullopt);
    seat->socket->close(close_normal, "silent");
  }
  for (auto const& seat : due.over) shut(seat, "ended");
  if (due.present.empty()) return;
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [present = std::move(due.present)](db::Tx& tx) {
        for (auto const& [stay, heard_at] : present) store::note_seen(tx, stay, heard_at);
      },
      [](std::exception_ptr) {});
}

void Rooms::Live::close_all() {
  if (has_engine()) parts_.engine->on_change({});
  ticker_.reset();
  std::vector<SeatPtr> seated;
  {
    Lock const lock(mutex_);
    for (auto& [event, room] : rooms_) {
      for (auto const& [id, seat] : room.seats) seated.push_back(seat);
      leave_engine(room);
    }
  }
  for (auto const& seat : seated) seat->socket->close(close_restarting, "restarting");
}

Rooms::Rooms(Parts const& parts) : live_(std::make_shared<Live>(parts)) { live_->start(); }
Rooms::~Rooms() { live_->close_all(); }

}  // namespace kelisim::groups
