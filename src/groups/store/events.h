#pragma once

#include "groups/event.h"

#include <optional>
#include <vector>

namespace kelisim::groups::store {

struct NewEvent {
  Event event;
  PersonId created_by;
  Instant created_at;
};
void insert_event(db::Tx& tx, NewEvent const& made);

inline constexpr int events_page_max = 100;
/// Events that end after `since`, the soonest first; at most events_page_max.
[[nodiscard]] std::vector<Event> events_ending_after(db::Tx& tx, Instant since);

/// False when it was cancelled before.
bool cancel_event(db::Tx& tx, EventId event, PersonId by, Instant at);

struct Move {
  std::string_view id;
  EventId event;
  Instant from;
  Instant to;
  PersonId by;
  Instant at;
};
/// Its end moves with its start. False when it does not stand at `from` any more.
bool move_event(db::Tx& tx, Move const& move);

/// Who holds a place, by place.
[[nodiscard]] std::vector<PersonId> registered(db::Tx& tx, EventId event);

/// The place that this person holds, if any.
[[nodiscard]] std::optional<std::int64_t> place_of(db::Tx& tx, EventId event, PersonId person);
[[nodiscard]] std::vector<std::int64_t> taken_places(db::Tx& tx, EventId event);
/// False when the place, or another for this person, was taken meanwhile.
bool take_place(db::Tx& tx, std::string_view id, EventId event, PersonId person, std::int64_t place, Instant at);
bool give_place_back(db::Tx& tx, EventId event, PersonId person, Instant at);

void remove_person(db::Tx& tx, EventId event, PersonId person, PersonId by, Instant at);
[[nodiscard]] bool is_removed(db::Tx& tx, EventId event, PersonId person);

}  // namespace kelisim::groups::store
