#include "store/events.h"
#include "catalogue/specialist.h"
#include "http/views.h"
#include "room/live.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::groups {

struct EventList {
  std::vector<EventView> items;
};
BOOST_DESCRIBE_STRUCT(EventList, (), (items))

namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Reply;
using http::Route;

constexpr Duration shown_after_end = std::chrono::hours(24);

EventState state_of(Event const& event, Parts const& parts, Instant now) {
  if (event.cancelled_at) return EventState::cancelled;
  if (now >= event.ends_at + parts.settings.overrun) return EventState::over;
  return now >= event.starts_at - parts.settings.room_opens ? EventState::open : EventState::planned;
}

Reply<Event> event_in(Call& call) {
  auto const id = call.path_id<EventId>("id");
  auto event = id ? find_event(call.tx, *id) : std::nullopt;
  if (!event) return http::Refused(group_not_found());
  return std::move(*event);
}

http::Problem problem_of(RegisterRefusal refusal) {
  switch (refusal) {
    case RegisterRefusal::cancelled:
      return {.status = 409, .code = "group_cancelled"};
    case RegisterRefusal::over:
      return {.status = 409, .code = "group_over"};
    case RegisterRefusal::removed:
      return {.status = 403, .code = "group_removed"};
    case RegisterRefusal::registered:
      return {.status = 409, .code = "group_registered"};
    case RegisterRefusal::full:
      return {.status = 409, .code = "group_full"};
  }
  return group_not_found();
}

Reply<EventView> register_here(Call& call, Parts const& parts) {
  auto const event = event_in(call);
  if (!event) return http::Refused(event.error());
  auto const done = register_person(call.tx, parts, *event, call.person(), call.now);
  if (!done) return http::Refused(problem_of(done.error()));
  return view_of(call, parts, *event);
}

Reply<EventView> withdraw(Call& call, Parts const& parts, Rooms& rooms) {
  auto const event = event_in(call);
  if (!event) return http::Refused(event.error());
  if (!store::give_place_back(call.tx, event->id, call.person(), call.now)) {
    return http::Refused(http::Problem{.status = 409, .code = "group_not_registered"});
  }
  call.after_commit(
      [live = rooms.live(), id = event->id, person = call.person()] { live->put_out(id, person, "withdrawn"); });
  return view_of(call, parts, *event);
}

}  // namespace

EventView view_of(Call& call, Parts const& parts, Event const& event) {
  auto const taken = static_cast<int>(store::taken_places(call.tx, event.id).size());
  auto const person = call.person();
  auto const part = part_in(call.tx, event, person);
  auto const refused = refuse_registration({.cancelled = event.cancelled_at.has_value(),
                                            .ends_at = event.ends_at,
                                            .removed = store::is_removed(call.tx, event.id, person),
                                            .registered = part.has_value(),
                                            .taken = taken,
                                            .capacity = event.capacity,
                                            .now = call.now});
  EventView view{.id = event.id,
                 .title = event.titles.at(parts.brand.spoken(call.language)),
                 .starts_at = event.starts_at,
                 .ends_at = event.ends_at,
                 .room_opens_at = event.starts_at - parts.settings.room_opens,
                 .state = state_of(event, parts, call.now),
                 .speakers = {},
                 .capacity = event.capacity,
                 .places_left = std::max(0, event.capacity - taken),
                 .part = part,
                 .can = {.register_self = call.caller.role == Role::client && !refused,
                         .withdraw = part == Part::viewer && !event.cancelled_at && call.now < event.ends_at,
                         .enter = part && !ask_to_enter(call.tx, parts, event, person, call.now)}};
  for (auto const& one : event.speakers) {
    view.speakers.push_back({one, catalogue::specialist_name(call.tx, one, call.language).value_or("")});
  }
  return view;
}

void add_client_routes(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  routes.add(
      Route<Access::signed_in, Nothing, EventList>{
          Method::get, "/v1/groups", "list_groups", {.summary = "Group events that are to come or were today"}},
      [&parts](Call& call) -> Reply<EventList> {
        EventList list;
        for (auto const& event : store::events_ending_after(call.tx, call.now - shown_after_end)) {
          list.items.push_back(view_of(call, parts, event));
        }
        return list;
      });
  routes.add(Route<Access::signed_in, Nothing, EventView>{Method::get, "/v1/groups/{id}", "get_group"},
             [&parts](Call& call) -> Reply<EventView> {
               auto const event = event_in(call);
               if (!event) return http::Refused(event.error());
               return view_of(call, parts, *event);
             });
  routes.add(
      Route<Access::client, Nothing, EventView>{
          Method::post, "/v1/groups/{id}/registration", "register_for_group", {.success = 201}},
      [&parts](Call& call) { return register_here(call, parts); });
  routes.add(
      Route<Access::client, Nothing, EventView>{Method::del, "/v1/groups/{id}/registration", "withdraw_from_group"},
      [&parts, &rooms](Call& call) { return withdraw(call, parts, rooms); });
}

void add_routes(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  add_client_routes(routes, parts, rooms);
  add_staff_routes(routes, parts, rooms);
  add_room_socket(routes, parts, rooms);
}

}  // namespace kelisim::groups
