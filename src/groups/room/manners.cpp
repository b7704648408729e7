#include "platform/db/or_tell.h"
#include "room/live.h"
#include "rules/chat.h"
#include "rules/stage.h"
#include "store/events.h"
#include "store/messages.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::groups {
namespace {

template <class Enum>
std::string_view word_of(Enum value) {
  return boost::describe::enum_to_string(value, "");
}

}  // namespace

Rooms::Live::After Rooms::Live::hear_manners(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  using words::Verb;
  if (heard.verb == Verb::hand && seat->part == Part::viewer) {
    seat->hand = heard.flag && !seat->let_up;
    tell_speakers(room);
    seat->socket->send(words::stage(*seat, room, has_engine()));
  }
  if (heard.verb == Verb::keys) pass_keys(room, seat, heard);
  if (heard.verb == Verb::say) return say(room, seat, heard);
  if (heard.verb == Verb::admit || heard.verb == Verb::lower || heard.verb == Verb::mute ||
      heard.verb == Verb::remove || heard.verb == Verb::chat) {
    return moderate(room, seat, heard);
  }
  return {};
}

Rooms::Live::After Rooms::Live::moderate(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  using words::Verb;
  if (heard.verb == Verb::admit) {
    admit(room, seat, heard.who);
    return {};
  }
  if (seat->part != Part::speaker) {
    seat->socket->send(words::refused("moderation", word_of(StageRefusal::not_a_speaker)));
    return {};
  }
  if (heard.verb == Verb::chat) {
    room.chat_open = heard.flag;
    tell_stage(room);
    return {};
  }
  auto const found = room.seats.find(heard.who);
  if (found == room.seats.end() || found->second->part == Part::speaker) {
    seat->socket->send(words::refused("moderation", word_of(StageRefusal::not_there)));
    return {};
  }
  auto const other = found->second;
  if (heard.verb == Verb::mute) {
    other->muted = heard.flag;
    if (other->speaking) other->speaking->mute(heard.flag);
  } else {
    off_stage(room, *other);
    other->let_up = other->hand = false;
    if (heard.verb == Verb::remove) room.removed.insert(other->person);
  }
  tell_stage(room);
  if (heard.verb != Verb::remove) return {};
  return [self = shared_from_this(), other, seat] {
    auto const now = self->parts_.clock.now();
    db::write_or_tell(
        self->parts_.database, db::Lane::reserved,
        [other, by = seat->person, now](db::Tx& tx) {
          store::remove_person(tx, other->event, other->person, by, now);
        },
        [seat](std::exception_ptr failed) {  // out they are all the same, for as long as the room stands
          if (failed) seat->socket->send(words::refused("remove", "not_written"));
        });
    self->put_out(other->event, other->person, "removed");
  };
}

void Rooms::Live::admit(Room& room, SeatPtr const& seat, std::string const& who) {
  auto const found = room.seats.find(who);
  auto const there = found != room.seats.end();
  auto const refusal = refuse_stage({.asked_by_speaker = seat->part == Part::speaker,
                                     .is_there = there,
                                     .hand_raised = there && found->second->hand,
                                     .may_speak = room.may_speak()},
                                    parts_.settings);
  if (refusal) return seat->socket->send(words::refused("admit", word_of(*refusal)));
  found->second->hand = false;
  found->second->let_up = true;
  found->second->muted = false;
  tell_stage(room);
}

Rooms::Live::After Rooms::Live::say(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  auto const now = parts_.clock.now();
  auto const refusal = refuse_saying({.chat_open = room.chat_open,
                                      .is_speaker = seat->part == Part::speaker,
                                      .unfit = heard.unfit,
                                      .letters = letters_in(heard.text),
                                      .said_in_last_minute = sayings_.count(seat->person.view(), now),
                                      .said_in_event = sayings_.count(seat->event.view(), now)},
                                     parts_.settings);
  if (refusal) {
    seat->socket->send(words::refused("say", word_of(*refusal)));
    return {};
  }
  sayings_.note(seat->person.view(), now);
  sayings_.note(seat->event.view(), now);
  Said const said{
      parts_.random.id<store::MessageId>(now).str(), seat->person, seat->part, seat->name, heard.text, now};
  return [self = shared_from_this(), seat, said] {
    db::write_or_tell(
        self->parts_.database, db::Lane::ordinary,
        [self, event = seat->event, said](db::Tx& tx) { keep_message(tx, self->parts_, event, said); },
        [self, seat, said](std::exception_ptr failed) {
          if (failed) return seat->socket->send(words::refused("say", "not_kept"));
          self->show(*seat, said);
        });
  };
}

void Rooms::Live::pass_keys(Room& room, SeatPtr const& seat, words::Heard const& heard) {
  if (!seat->may_speak()) return;
  for (auto const& [who, sealed] : heard.keys) {
    auto const found = room.seats.find(who);
    if (found != room.seats.end()) found->second->socket->send(words::keys(seat->id(), heard.number, sealed));
  }
}

void Rooms::Live::show(Seat const& author, Said const& said) {
  Lock const lock(mutex_);
  auto const found = rooms_.find(author.event.view());
  if (found == rooms_.end()) return;
  auto& [id, room] = *found;
  // A room that was opened anew while this was being written may have read it already.
  if (std::ranges::find(room.chat, said.id, &Said::id) != room.chat.end()) return;
  room.chat.push_back(said);
  if (std::ssize(room.chat) > messages_shown) room.chat.pop_front();
  for (auto const& [seat_id, seat] : room.seats) seat->socket->send(words::said(author.id(), said));
}

}  // namespace kelisim::groups
