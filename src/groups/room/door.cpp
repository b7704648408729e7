#include "platform/db/or_tell.h"
#include "room/live.h"

namespace kelisim::groups {
namespace {

// As in the room of two: a bad line comes again every few seconds; more often than this only a program does.
constexpr int knocks_a_minute_max = 20;
constexpr std::uint16_t close_failed = 1011;

std::string_view word_of(ComeRefusal refusal) {
  switch (refusal) {
    case ComeRefusal::cancelled:
      return "cancelled";
    case ComeRefusal::removed:
      return "removed";
    case ComeRefusal::ended:
      return "ended";
    case ComeRefusal::withdrawn:
      return "withdrawn";
    case ComeRefusal::name_taken:
      return "name_taken";
  }
  return "ended";
}

}  // namespace

bool Rooms::Live::may_knock(PersonId person, Instant now) {
  Lock const lock(mutex_);
  if (knocks_.count(person.view(), now) >= knocks_a_minute_max) return false;
  knocks_.note(person.view(), now);
  return true;
}

void Rooms::Live::open(SeatPtr const& seat) {
  SeatPtr before;
  {
    Lock const lock(mutex_);
    auto const same = [&](SeatPtr const& other) {
      return other->event == seat->event && other->person == seat->person;
    };
    auto const found = std::ranges::find_if(at_the_door_, same);
    if (found != at_the_door_.end()) before = *found;
    at_the_door_.push_back(seat);
  }
  if (before) shut(before, "replaced");
}

void Rooms::Live::sit_down(SeatPtr const& seat, words::Heard const& hello) {
  {
    Lock const lock(mutex_);
    seat->greeted = true;
    if (seat->part == Part::viewer) seat->name = hello.text;
    seat->encrypts = hello.flag;
    seat->key = hello.key;
  }
  if (seat->part == Part::viewer && hello.text.empty()) return shut(seat, "name_unfit");
  if (parts_.settings.encryption_required && !hello.flag) return shut(seat, "cannot_encrypt");
  auto const asked = std::make_shared<std::optional<Result<Event, ComeRefusal>>>();
  store::NewStay const stay{seat->stay, seat->event, seat->person, seat->part, seat->heard_at};
  db::write_or_tell(
      parts_.database, db::Lane::reserved,
      [self = shared_from_this(), stay, name = seat->name, asked](db::Tx& tx) {
        asked->emplace(come_in(tx, self->parts_, stay, name));
      },
      [self = shared_from_this(), seat, asked](std::exception_ptr failed) {
        if (failed) return seat->socket->close(close_failed, "try again");
        auto const& event = **asked;
        event ? self->came_in(seat, *event) : self->shut(seat, word_of(event.error()));
      });
}

void Rooms::Live::came_in(SeatPtr const& seat, Event const& event) {
  bool gone = false;
  {
    Lock const lock(mutex_);
    seat->written = true;
    gone = !seat->left_for.empty();
  }
  gone ? write_leave(*seat) : join(seat, event, std::nullopt);
}

void Rooms::Live::join(SeatPtr const& seat, Event const& event, std::optional<Chat> chat) {
  bool unread = false;
  bool removed = false;
  SeatPtr replaced;
  {
    Lock const lock(mutex_);
    if (!seat->left_for.empty()) return;  // whoever took the seat away has written so
    if (chat) rooms_.try_emplace(seat->event.str(), Room{.event = event, .chat = std::move(*chat)});
    auto const room = rooms_.find(seat->event.view());
    unread = room == rooms_.end();
    removed = !unread && room->second.removed.contains(seat->person);
    if (!unread && !removed) replaced = take_seat(room->second, seat);
  }
  if (unread) read_chat(seat, event);
  if (removed) shut(seat, "removed");
  if (replaced) shut(replaced, "replaced");
}

void Rooms::Live::read_chat(SeatPtr const& seat, Event const& event) {
  auto const chat = std::make_shared<Chat>();
  db::read_or_tell(
      parts_.database,
      [self = shared_from_this(), id = event.id, chat](db::Tx& tx) { *chat = messages_of(tx, self->parts_, id); },
      [self = shared_from_this(), seat, event, chat](std::exception_ptr failed) {
        if (failed) return seat->socket->close(close_failed, "try again");
        self->join(seat, event, std::move(*chat));
      });
}

SeatPtr Rooms::Live::take_seat(Room& room, SeatPtr const& seat) {
  std::erase(at_the_door_, seat);
  SeatPtr replaced;
  for (auto const& [id, other] : room.seats) {
    if (other->person == seat->person) replaced = other;
  }
  auto const first = room.seats.empty();
  room.seats.emplace(seat->id(), seat);
  if (!seat->encrypts) room.able_since.reset();
  if (first || (room.encrypted && !seat->encrypts)) open_at_engine(room, seat->encrypts);
  auto const access =
      parts_.relay == nullptr ? std::nullopt : std::optional(parts_.relay->admit(seat->event.view(), seat->person));
  seat->socket->send(words::welcome(*seat, room, access, has_engine(), parts_.clock.now()));
  seat->may_speak() ? tell_stage(room) : tell_speakers(room);
  return replaced;
}

}  // namespace kelisim::groups
