#pragma once

#include "groups/groups.h"
#include "platform/http/routes.h"
#include "use_cases/events.h"

namespace kelisim::groups {

[[nodiscard]] inline http::Problem group_not_found() { return {.status = 404, .code = "group_not_found"}; }

struct SpeakerView {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SpeakerView, (), (id, name))

enum class EventState : std::uint8_t { planned, open, over, cancelled };
BOOST_DESCRIBE_ENUM(EventState, planned, open, over, cancelled)

/// What the caller may do now.
struct EventActs {
  bool register_self;
  bool withdraw;
  bool enter;
};
BOOST_DESCRIBE_STRUCT(EventActs, (), (register_self, withdraw, enter))

struct EventView {
  EventId id;
  std::string title;  ///< in the caller's language
  Instant starts_at;
  Instant ends_at;
  Instant room_opens_at;
  EventState state;
  std::vector<SpeakerView> speakers;
  std::int64_t capacity;
  std::int64_t places_left;
  std::optional<Part> part;  ///< of the caller
  EventActs can;
};
BOOST_DESCRIBE_STRUCT(EventView, (),
                      (id, title, starts_at, ends_at, room_opens_at, state, speakers, capacity, places_left, part,
                       can))

[[nodiscard]] EventView view_of(http::Call& call, Parts const& parts, Event const& event);

void add_client_routes(http::Routes& routes, Parts const& parts, Rooms& rooms);
void add_staff_routes(http::Routes& routes, Parts const& parts, Rooms& rooms);
void add_room_socket(http::Routes& routes, Parts const& parts, Rooms& rooms);

}  // namespace kelisim::groups
