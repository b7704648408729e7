#include "room/live.h"
#include "platform/db/or_tell.h"

#include "kernel/ensure.h"
#include "room/words.h"

namespace kelisim::sessions {
namespace {

constexpr Duration tick_period = std::chrono::milliseconds(500);
constexpr int look_every_ticks = 4;              // whether the sessions of the live rooms are still to be held: 2 s
constexpr int note_every_ticks = 30;             // how much of a stay a dying server can forget: 15 s
constexpr int heard_max = 300;                   // messages of one connection in one window of 15 s
constexpr int renew_every_ticks = 600;           // access to the relay lasts 10 min: a fresh one each 5
constexpr std::int64_t relay_silent_ticks = 20;  // a relay that tells says so each 5 s: 10 s, then it is away
constexpr Duration speaks_for = std::chrono::seconds(10);  // what a browser says of its hearing
constexpr Duration too_soon = std::chrono::seconds(5);
constexpr Duration grace = std::chrono::minutes(2);  // nobody is cut off in the middle of a sentence
constexpr std::uint16_t close_normal = 1000;
constexpr std::uint16_t close_policy = 1008;
constexpr std::uint16_t close_failed = 1011;
constexpr std::uint16_t close_restarting = 1012;

std::size_t index_of(scheduling::Party side) { return side == scheduling::Party::client ? 0 : 1; }

}  // namespace

Rooms::Live::Live(Parts const& parts) : parts_(parts) {}

void Rooms::Live::start() {
  ticker_.emplace(tick_period, [this] { tick(); });
}

void Rooms::Live::sit_down(std::shared_ptr<Seat> const& seat) {
  store::NewStay const stay{seat->stay, seat->booking, seat->side, seat->person, seat->heard_at};
  auto const asked = std::make_shared<std::optional<Result<RoomTimes, RoomShut>>>();
  db::write_or_tell(
      parts_.database, db::Lane::reserved,
      [self = shared_from_this(), stay, asked](db::Tx& tx) { asked->emplace(join_room(tx, self->parts_, stay)); },
      [self = shared_from_this(), seat, asked](std::exception_ptr failed) {
        if (failed) return seat->socket->close(close_failed, "try again");
        auto const& times = **asked;
        times ? self->joined(seat, *times) : self->shut(seat, times.error());
      });
}

void Rooms::Live::joined(std::shared_ptr<Seat> const& seat, RoomTimes const& times) {
  std::shared_ptr<Seat> replaced;
  auto const now = parts_.clock.now();
  bool left_before = false;
  {
    Lock const lock(mutex_);
    seat->written = true;
    left_before = !seat->left_for.empty();
    if (!left_before) {
      auto& room = rooms_.try_emplace(seat->booking.str(), Room{times, {}}).first->second;
      room.times = times;
      replaced = std::exchange(room.seats[index_of(seat->side)], seat);
      if (room.sharing == seat->side) room.sharing.reset();  // the page that came says so if it still shows one
      seat->silent_ticks = 0;
      auto const peer_present = room.seats[1 - index_of(seat->side)] != nullptr;
      seat->socket->send(words::welcome(times, peer_present, access_for(room, *seat), parts_.brand.session, now));
      tell_state(room, now);
    }
  }
  if (left_before) write_leave(*seat);
  if (replaced) {
    replaced->socket->send(words::closed("replaced"));
    replaced->socket->close(close_normal, "replaced");
    give_up(replaced, "replaced", now);
  }
}

void Rooms::Live::hear(std::shared_ptr<Seat> const& seat, std::string_view text) {
  auto const heard = words::read(text);
  {
    Lock const lock(mutex_);
    seat->silent_ticks = 0;
    seat->heard_at = parts_.clock.now();
    if (++seat->heard_in_window > heard_max || !heard) {
      seat->socket->close(close_policy, heard ? "too many messages" : "not a message of this room");
      return;
    }
    // Nobody hears who is not in yet: a door that many knock at together would take each for the one.
    auto const may_speak = room_of(*seat) != nullptr;
    if (!may_speak && heard->said != words::Said::beat && heard->said != words::Said::leave) return;
    if (heard->said == words::Said::signal) {
      if (auto const peer = peer_of(*seat)) peer->socket->send(heard->text);
    }
  }
  switch (heard->said) {
    case words::Said::beat:
      seat->socket->send(words::beat());
      return;
    case words::Said::mode:
      write_switch(*seat, heard->mode, heard->cause);
      return;
    case words::Said::hearing:
      write_hearing(*seat, heard->hears);
      return;
    case words::Said::say:
      keep_saying(seat, *heard);
      return;
    case words::Said::share:
      share(*seat, heard->shares);
      return;
    case words::Said::leave:
      give_up(seat, "left", parts_.clock.now());
      seat->socket->close(close_normal, "left");
      return;
    case words::Said::signal:
      return;
  }
}

void Rooms::Live::stand_up(std::shared_ptr<Seat> const& seat) { give_up(seat, "lost", std::nullopt); }

void Rooms::Live::give_up(std::shared_ptr<Seat> const& seat, std::string_view why, std::optional<Instant> at) {
  bool written = false;
  {
    Lock const lock(mutex_);
    if (!seat->left_for.empty()) return;
    seat->left_for = why;
    seat->left_at = at.value_or(seat->heard_at);
    written = seat->written;
    auto const room = rooms_.find(seat->booking.view());
    if (room != rooms_.end()) {
      auto& own = room->second.seats[index_of(seat->side)];
      if (own == seat) {
        own = nullptr;
        if (room->second.sharing == seat->side) room->second.sharing.reset();
        tell_state(room->second, parts_.clock.now());
      }
      if (!room->second.seats[0] && !room->second.seats[1]) {
        for (auto const& name : room->second.names) at_relay_.erase(name);
        rooms_.erase(room);
      }
    }
  }
  if (written) write_leave(*seat);
}

void Rooms::Live::write_leave(Seat const& seat) {
  db::write_or_tell(
      parts_.database, db::Lane::reserved,
      [stay = seat.stay, at = seat.left_at, why = seat.left_for](db::Tx& tx) { store::end_stay(tx, stay, at, why); },
      [](std::exception_ptr) {});  // a stay left open is ended at the session's end
}

void Rooms::Live::write_switch(Seat const& seat, std::string mode, std::string cause) {
  store::ModeSwitch made{seat.side, std::move(mode), std::move(cause), parts_.clock.now()};
  auto const id = parts_.random.id<Id<struct SwitchTag>>(made.at);
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [id, booking = seat.booking, made](db::Tx& tx) { store::insert_switch(tx, id.view(), booking, made); },
      [](std::exception_ptr) {});
}

void Rooms::Live::write_hearing(Seat& seat, bool hears) {
  auto const now = parts_.clock.now();
  std::pair<store::HearingId, Hearing> kept{parts_.random.id<store::HearingId>(now),
                                            {seat.side, hears, now - speaks_for, now}};
  {
    Lock const lock(mutex_);
    if (auto& last = seat.hearing) {
      auto const since = now - last->second.until;
      if (since >= Duration::zero() && since < too_soon) return;
      auto const goes_on = last->second.hears == hears && since >= too_soon && since <= 2 * speaks_for;
      if (goes_on) kept = {last->first, {seat.side, hears, last->second.from, now}};
    }
    seat.hearing = kept;
  }
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [booking = seat.booking, kept](db::Tx& tx) { store::keep_hearing(tx, kept.first, booking, kept.second); },
      [](std::exception_ptr) {});
}

Rooms::Live::Room* Rooms::Live::room_of(Seat const& seat) {
  auto const room = rooms_.find(seat.booking.view());
  if (room == rooms_.end() || room->second.seats[index_of(seat.side)].get() != &seat) return nullptr;
  return &room->second;
}

std::shared_ptr<Seat> Rooms::Live::peer_of(Seat const& seat) {
  auto const room = rooms_.find(seat.booking.view());
  return room == rooms_.end() ? nullptr : room->second.seats[1 - index_of(seat.side)];
}

std::optional<RelayAccess> Rooms::Live::access_for(Room& room, Seat const& seat) {
  if (parts_.relay == nullptr) return std::nullopt;
  auto access = parts_.relay->admit(seat.booking.view(), seat.person);
  room.names[index_of(seat.side)] = access.name;
  at_relay_.insert_or_assign(access.name, std::pair(seat.booking.str(), seat.side));
  return access;
}

void Rooms::Live::alive() {
  Lock const lock(mutex_);
  relay_heard_at_ = ticks_;
}

void Rooms::Live::heard(RelayReport const& report) {
  auto const now = parts_.clock.now();
  {
    Lock const lock(mutex_);
    relay_heard_at_ = ticks_;
    auto const known = at_relay_.find(report.name);
    if (known == at_relay_.end()) return;
    auto const& [booking, side] = known->second;
    auto const room = rooms_.find(booking);
    if (room == rooms_.end()) return;
    for (auto const& kept : room->second.relay.heard(side, report, ticks_, tick_period, now, parts_.random)) {
      spans_.emplace_back(scheduling::BookingId::parse(booking).value(), kept);
    }
  }
  write_spans();
}

void Rooms::Live::note_watching(Room& room, scheduling::BookingId booking, Instant now) {
  if (relay_was_there_ && parts_.relay != nullptr) {
    spans_.emplace_back(booking, room.relay.watched(tick_period * note_every_ticks, now, parts_.random));
  }
}

void Rooms::Live::write_spans() {
  std::vector<std::pair<scheduling::BookingId, KeptSpan>> spans;
  {
    Lock const lock(mutex_);
    spans.swap(spans_);
  }
  if (spans.empty()) return;
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [spans](db::Tx& tx) {
        for (auto const& [booking, kept] : spans) store::keep_relay_span(tx, kept.id, booking, kept.span);
      },
      [](std::exception_ptr) {});
}

void Rooms::Live::share(Seat const& seat, bool on) {
  Lock const lock(mutex_);
  auto* const room = room_of(seat);
  if (room == nullptr) return;
  auto& sharing = room->sharing;
  if (on) {
    auto const refusal = refuse_sharing({.brand_allows = parts_.brand.session.screen_share,
                                         .other_shares = sharing.has_value() && sharing != seat.side});
    if (refusal) return seat.socket->send(words::not_shared(*refusal));
    sharing = seat.side;
  } else if (sharing == seat.side) {
    sharing.reset();
  }
  tell_state(*room, parts_.clock.now());
}

void Rooms::Live::tell_state(Room& room, Instant now) {
  auto const seen_by = [&](Seat const& seat) {
    if (!room.sharing) return words::Sharing::nobody;
    return room.sharing == seat.side ? words::Sharing::you : words::Sharing::other;
  };
  for (std::size_t side : {0U, 1U}) {
    auto const& seat = room.seats[side];
    if (seat) seat->socket->send(words::state(room.times, room.seats[1 - side] != nullptr, seen_by(*seat), now));
  }
}

void Rooms::Live::tick() {
  auto const now = parts_.clock.now();
  std::vector<std::shared_ptr<Seat>> silent;
  std::vector<std::shared_ptr<Seat>> over;
  std::vector<std::pair<store::StayId, Instant>> present;
  bool look = false;
  {
    Lock const lock(mutex_);
    auto const window_over = ++ticks_ % note_every_ticks == 0;
    look = ticks_ % look_every_ticks == 0;
    auto const relay_is_there = relay_heard_at_ >= 0 && ticks_ - relay_heard_at_ <= relay_silent_ticks;
    for (auto& [booking, room] : rooms_) {
      auto const late = std::to_string(words::late_minutes(room.times, now));
      if (std::exchange(room.last_state, late) != late) tell_state(room, now);
      for (auto const& seat : room.seats) {
        if (!seat) continue;
        if (window_over) {
          seat->heard_in_window = 0;
          present.emplace_back(seat->stay, seat->heard_at);
        }
        if (++seat->ticks_of_access >= renew_every_ticks) {
          seat->ticks_of_access = 0;
          if (auto const access = access_for(room, *seat)) seat->socket->send(words::relay(*access));
        }
        if (now >= room.times.ends_at + grace) {
          over.push_back(seat);
        } else if (++seat->silent_ticks * tick_period >= parts_.silence) {
          silent.push_back(seat);
        }
      }
      if (window_over && relay_is_there) note_watching(room, scheduling::BookingId::parse(booking).value(), now);
    }
    if (window_over) relay_was_there_ = relay_is_there;
  }
  write_spans();
  if (look) look_again();
  for (auto const& seat : silent) {
    give_up(seat, "lost", std::nullopt);
    seat->socket->close(close_normal, "silent");
  }
  for (auto const& seat : over) shut(seat, RoomShut::ended);
  if (present.empty()) return;
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [present](db::Tx& tx) {
        for (auto const& [stay, heard_at] : present) store::note_seen(tx, stay, heard_at);
      },
      [](std::exception_ptr) {});
}

void Rooms::Live::close_all() {
  ticker_.reset();
  std::vector<std::shared_ptr<Seat>> seated;
  {
    Lock const lock(mutex_);
    for (auto const& [booking, room] : rooms_) {
      for (auto const& seat : room.seats) {
        if (seat) seated.push_back(seat);
      }
    }
  }
  for (auto const& seat : seated) seat->socket->close(close_restarting, "restarting");
}

RelayWitness& Rooms::relay_witness() noexcept { return *live_; }
Rooms::Rooms(Parts const& parts) : live_(std::make_shared<Live>(parts)) { live_->start(); }
Rooms::~Rooms() { live_->close_all(); }

}  // namespace kelisim::sessions
