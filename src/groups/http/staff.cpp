#include "http/views.h"
#include "room/live.h"
#include "use_cases/changes.h"

namespace kelisim::groups {

struct PlanBody {
  std::map<std::string, json::Text<1, 120>> titles;  ///< by language, one for each that the brand speaks
  Instant starts_at;
  json::Whole<1, 1440> minutes;
  json::Whole<1, 100> capacity;
  std::vector<PersonId> speakers;
};
BOOST_DESCRIBE_STRUCT(PlanBody, (), (titles, starts_at, minutes, capacity, speakers))

struct MoveBody {
  Instant starts_at;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (starts_at))

struct SpanView {
  Instant from;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(SpanView, (), (from, until))

struct AttendanceView {
  PersonId person;
  Part part;
  std::vector<SpanView> spans;
  std::int64_t seconds;
};
BOOST_DESCRIBE_STRUCT(AttendanceView, (), (person, part, spans, seconds))

struct AttendanceList {
  std::vector<AttendanceView> items;
};
BOOST_DESCRIBE_STRUCT(AttendanceList, (), (items))

namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Reply;
using http::Route;

http::Problem problem_of(PlanRefusal refusal, terms::GroupSettings const& settings) {
  switch (refusal) {
    case PlanRefusal::titles_wrong:
      return {.status = 422, .code = "group_titles_wrong"};
    case PlanRefusal::in_the_past:
      return {.status = 422, .code = "group_in_the_past"};
    case PlanRefusal::too_far:
      return {.status = 422, .code = "group_too_far"};
    case PlanRefusal::too_long:
      return {.status = 422, .code = "group_too_long", .params = {{"minutes", std::to_string(settings.minutes_max)}}};
    case PlanRefusal::speakers_wrong:
      return {
          .status = 422, .code = "group_speakers_wrong", .params = {{"max", std::to_string(settings.speakers_max)}}};
    case PlanRefusal::too_many_places:
      return {
          .status = 422, .code = "group_too_many_places", .params = {{"max", std::to_string(settings.viewers_max)}}};
    case PlanRefusal::speaker_booked:
      return {.status = 409, .code = "group_speaker_booked"};
    case PlanRefusal::speaker_has_event:
      return {.status = 409, .code = "group_speaker_has_event"};
  }
  return group_not_found();
}

http::Problem problem_of(CallOffRefusal refusal) {
  return {.status = 409, .code = refusal == CallOffRefusal::over ? "group_over" : "group_cancelled"};
}

http::Problem problem_of(MoveRefusal refusal) {
  switch (refusal) {
    case MoveRefusal::cancelled:
      return {.status = 409, .code = "group_cancelled"};
    case MoveRefusal::begun:
      return {.status = 409, .code = "group_begun"};
    case MoveRefusal::in_the_past:
      return {.status = 422, .code = "group_in_the_past"};
    case MoveRefusal::too_far:
      return {.status = 422, .code = "group_too_far"};
    case MoveRefusal::same_time:
      return {.status = 409, .code = "group_same_time"};
    case MoveRefusal::speaker_booked:
      return {.status = 409, .code = "group_speaker_booked"};
    case MoveRefusal::speaker_has_event:
      return {.status = 409, .code = "group_speaker_has_event"};
  }
  return group_not_found();
}

Reply<EventView> appoint(Call& call, PlanBody const& body, Parts const& parts) {
  Plan plan{.titles = {},
            .starts_at = body.starts_at,
            .minutes = body.minutes.value,
            .capacity = static_cast<int>(body.capacity.value),
            .speakers = body.speakers};
  for (auto const& [language, title] : body.titles) plan.titles.emplace(language, title.value);
  auto const made = appoint_event(call.tx, parts, plan, call.person(), call.now);
  if (!made) return http::Refused(problem_of(made.error(), parts.settings));
  return view_of(call, parts, find_event(call.tx, *made).value());
}

Reply<EventView> cancel(Call& call, Parts const& parts, Rooms& rooms) {
  auto const id = call.path_id<EventId>("id");
  auto const event = id ? find_event(call.tx, *id) : std::nullopt;
  if (!event) return http::Refused(group_not_found());
  if (auto const done = call_off(call.tx, parts, *event, call.person(), call.now); !done) {
    return http::Refused(problem_of(done.error()));
  }
  call.after_commit([live = rooms.live(), event = *id] { live->close_event(event, "cancelled"); });
  return view_of(call, parts, find_event(call.tx, *id).value());
}

Reply<EventView> move(Call& call, MoveBody const& body, Parts const& parts) {
  auto const id = call.path_id<EventId>("id");
  if (!id || !find_event(call.tx, *id)) return http::Refused(group_not_found());
  auto const done = move_event(call.tx, parts, *id, body.starts_at, call.person(), call.now);
  if (!done) return http::Refused(problem_of(done.error()));
  return view_of(call, parts, find_event(call.tx, *id).value());
}

Reply<AttendanceList> attendance(Call& call, Parts const& parts) {
  auto const id = call.path_id<EventId>("id");
  if (!id || !find_event(call.tx, *id)) return http::Refused(group_not_found());
  AttendanceList list;
  for (auto const& one : attendance_of(call.tx, *id)) {
    AttendanceView view{one.person, one.part, {}, one.seconds};
    for (auto const& span : one.spans) view.spans.push_back({span.from, span.until});
    list.items.push_back(std::move(view));
  }
  for (auto const& one : list.items) {
    parts.audit.append(
        call.tx, call.now,
        {.action = "groups.attendance_read", .actor = call.person(), .subject = one.person, .object = id->view()});
  }
  return list;
}

}  // namespace

void add_staff_routes(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  routes.add(
      Route<Access::support, PlanBody, EventView>{Method::post,
                                                  "/v1/staff/groups",
                                                  "appoint_group",
                                                  {.success = 201, .summary = "A group event with its speakers"}},
      [&parts](Call& call, PlanBody const& body) { return appoint(call, body, parts); });
  routes.add(
      Route<Access::support, Nothing, EventView>{Method::post, "/v1/staff/groups/{id}/cancellation", "cancel_group"},
      [&parts, &rooms](Call& call) { return cancel(call, parts, rooms); });
  routes.add(
      Route<Access::support, MoveBody, EventView>{
          Method::post,
          "/v1/staff/groups/{id}/moves",
          "move_group",
          {.success = 201, .summary = "To another hour, before its door opens; everybody is told"}},
      [&parts](Call& call, MoveBody const& body) { return move(call, body, parts); });
  routes.add(Route<Access::support, Nothing, AttendanceList>{Method::get,
                                                             "/v1/staff/groups/{id}/attendance",
                                                             "group_attendance",
                                                             {.effect = http::Effect::writes,
                                                              .summary = "Who was there and when"}},
             [&parts](Call& call) { return attendance(call, parts); });
}

}  // namespace kelisim::groups
