#pragma once

#include "groups/groups.h"
#include "rules/entry.h"
#include "rules/plan.h"
#include "store/stays.h"

#include <deque>

namespace kelisim::groups {

/// What stood where the speakers' time was to be taken.
struct TakenElsewhere {
  bool booked = false;
  bool has_event = false;
};
/// Takes the time of the event from all its speakers. Where something stood in the way the caller refuses.
[[nodiscard]] TakenElsewhere take_speakers_time(db::Tx& tx, Parts const& parts, Event const& event, Instant now);

struct Plan {
  terms::Localized titles;
  Instant starts_at;
  std::int64_t minutes;
  int capacity;
  std::vector<PersonId> speakers;
};
[[nodiscard]] Result<EventId, PlanRefusal> appoint_event(db::Tx& tx, Parts const& parts, Plan const& plan,
                                                         PersonId by, Instant now);

/// A place of its own for this client.
[[nodiscard]] Result<void, RegisterRefusal> register_person(db::Tx& tx, Parts const& parts, Event const& event,
                                                            PersonId person, Instant now);

/// What somebody is in an event; nothing for whoever is not of it.
[[nodiscard]] std::optional<Part> part_in(db::Tx& tx, Event const& event, PersonId person);

[[nodiscard]] std::optional<EnterRefusal> ask_to_enter(db::Tx& tx, Parts const& parts, Event const& event,
                                                       PersonId person, Instant now);

/// Why the room is shut to somebody who was let through the door before and sits down now, in order of precedence.
enum class ComeRefusal : std::uint8_t {
  cancelled,
  removed,
  ended,
  withdrawn,
  name_taken  ///< a viewer would be taken for a speaker of the event
};
/// The event, once the stay is written. `name` is what the person goes by in the room.
[[nodiscard]] Result<Event, ComeRefusal> come_in(db::Tx& tx, Parts const& parts, store::NewStay const& stay,
                                                 std::string_view name);

/// What was said in a chat, as it is shown.
struct Said {
  std::string id;
  PersonId author;
  Part part;
  std::string name;
  std::string text;
  Instant at;
};
/// The oldest first; at most messages_shown.
using Chat = std::deque<Said>;
inline constexpr int messages_shown = 100;

/// Seals and keeps it.
void keep_message(db::Tx& tx, Parts const& parts, EventId event, Said const& said);
/// The last ones, without those whose author has been erased and without what is no message under its seal: a chat
/// with one bad message is a chat. A seal that does not open is a Fault, as everywhere.
[[nodiscard]] Chat messages_of(db::Tx& tx, Parts const& parts, EventId event);

}  // namespace kelisim::groups
