#include "use_cases/practice.h"
#include "http/routes.h"
#include "kernel/ensure.h"
#include "store/bookings.h"
#include "use_cases/appoint.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::scheduling {

struct DayHours {
  json::Whole<1, 7> weekday;
  CivilTime opens;
  CivilTime closes;
};
BOOST_DESCRIBE_STRUCT(DayHours, (), (weekday, opens, closes))

struct HoursBody {
  std::vector<DayHours> week;
};
BOOST_DESCRIBE_STRUCT(HoursBody, (), (week))

struct PracticeHours {
  std::string zone;
  std::int64_t duration_minutes;
  std::int64_t buffer_minutes;
  std::vector<DayHours> week;
};
BOOST_DESCRIBE_STRUCT(PracticeHours, (), (zone, duration_minutes, buffer_minutes, week))

struct DurationBody {
  json::Whole<1, 1440> duration_minutes;
};
BOOST_DESCRIBE_STRUCT(DurationBody, (), (duration_minutes))

struct ExceptionBody {
  Instant starts_at;
  Instant ends_at;
  bool open;
};
BOOST_DESCRIBE_STRUCT(ExceptionBody, (), (starts_at, ends_at, open))

struct ExceptionView {
  ExceptionId id;
  Instant starts_at;
  Instant ends_at;
  bool open;
};
BOOST_DESCRIBE_STRUCT(ExceptionView, (), (id, starts_at, ends_at, open))

struct CalendarBooking {
  BookingId id;
  BookingState state;
  Instant starts_at;
  Instant ends_at;
  std::string client_name;
  Money paid;
};
BOOST_DESCRIBE_STRUCT(CalendarBooking, (), (id, state, starts_at, ends_at, client_name, paid))

struct PracticeCalendar {
  std::vector<CalendarBooking> bookings;
  std::vector<ExceptionView> exceptions;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(PracticeCalendar, (), (bookings, exceptions, zone))

namespace {

constexpr Duration calendar_max = std::chrono::days(62);
constexpr Duration calendar_usual = std::chrono::days(14);

template <class E>
http::Refused refuse(E why, std::optional<Clause> because = std::nullopt) {
  return http::Refused(
      http::Problem{.status = 409, .code = boost::describe::enum_to_string(why, ""), .clause = because});
}

std::int64_t minutes(Duration duration) { return std::chrono::duration_cast<std::chrono::minutes>(duration).count(); }

/// A practice that nobody has set up yet reads as one without hours.
PracticeHours hours_view(http::Call& call, Parts const& parts) {
  auto const practice = store::find_practice(call.tx, call.person(), {call.now, call.now});
  PracticeHours view{.zone = practice ? practice->zone.name() : parts.brand.zone.name(),
                     .duration_minutes = practice ? practice->duration.count() : 0,
                     .buffer_minutes = minutes(parts.brand.scheduling.buffer),
                     .week = {}};
  if (practice)
    for (auto const& hours : practice->week) view.week.push_back({{hours.weekday}, hours.from, hours.to});
  return view;
}

http::Reply<PracticeHours> put_hours(http::Call& call, Parts const& parts, HoursBody const& body) {
  std::vector<WeeklyHours> week;
  for (auto const& day : body.week) week.push_back({static_cast<int>(day.weekday.value), day.opens, day.closes});
  auto const set = set_hours(call.tx, parts, call.person(), std::move(week), call.now);
  if (!set) return refuse(set.error());
  return hours_view(call, parts);
}

http::Reply<PracticeHours> put_duration(http::Call& call, Parts const& parts, DurationBody const& body) {
  auto const set = set_duration(call.tx, parts, call.person(), body.duration_minutes.value, call.now);
  if (!set) return refuse(set.error().why, set.error().because);
  return hours_view(call, parts);
}

ExceptionView view_of(store::StoredException const& stored) {
  auto const& exception = stored.exception;
  return {stored.id, exception.when.starts_at, exception.when.ends_at, exception.open};
}

http::Reply<ExceptionView> post_exception(http::Call& call, Parts const& parts, ExceptionBody const& body) {
  auto const added =
      add_exception(call.tx, parts, call.person(), {{body.starts_at, body.ends_at}, body.open}, call.now);
  if (!added) return refuse(added.error());
  return view_of(*added);
}

http::Reply<http::Nothing> delete_exception(http::Call& call) {
  auto const id = call.path_id<ExceptionId>("id");
  if (!id || !store::delete_exception(call.tx, call.person(), *id)) return http::Refused(http::not_found());
  return http::Nothing{};
}

http::Reply<PracticeCalendar> get_calendar(http::Call& call, Parts const& parts) {
  auto const from = instant_query(call, "from");
  if (!from) return http::Refused(from.error());
  auto const to = instant_query(call, "to");
  if (!to) return http::Refused(to.error());
  auto const starts_at = from->value_or(call.now);
  Interval const window{starts_at, to->value_or(starts_at + calendar_usual)};
  if (window.ends_at <= window.starts_at) return http::Refused(http::wrong_query("to", "not_after_from"));
  if (window.ends_at - window.starts_at > calendar_max)
    return http::Refused(http::wrong_query("to", "window_too_long"));

  PracticeCalendar calendar{.bookings = {}, .exceptions = {}, .zone = hours_view(call, parts).zone};
  for (auto const& booking : store::calendar(call.tx, call.person(), window)) {
    auto const client = parts.people.display_name_for_specialist(call.tx, booking.client);
    calendar.bookings.push_back({booking.id, booking.state, booking.starts_at, booking.ends_at, client.value_or(""),
                                 paid_for(call.tx, booking, parts.brand.currency)});
  }
  for (auto const& stored : store::exceptions_around(call.tx, call.person(), window))
    calendar.exceptions.push_back(view_of(stored));
  return calendar;
}

}  // namespace

void add_practice_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::specialist, http::Nothing, PracticeCalendar>{
          Method::get,
          "/v1/practice/calendar",
          "get_calendar",
          {.query = {{"from", "RFC 3339; now when absent"}, {"to", "RFC 3339; at most 62 days after `from`"}},
           .summary = "Own bookings and exceptions"}},
      [&parts](http::Call& call) { return get_calendar(call, parts); });
  routes.add(
      http::Route<Access::specialist, http::Nothing, PracticeHours>{
          Method::get, "/v1/practice/hours", "get_hours", {.summary = "Weekly hours and length of sessions"}},
      [&parts](http::Call& call) -> http::Reply<PracticeHours> { return hours_view(call, parts); });
  routes.add(
      http::Route<Access::specialist, HoursBody, PracticeHours>{
          Method::put,
          "/v1/practice/hours",
          "set_hours",
          {.summary = "Set the hours of every week; what was sold stands"}},
      [&parts](http::Call& call, HoursBody const& body) { return put_hours(call, parts, body); });
  routes.add(
      http::Route<Access::specialist, DurationBody, PracticeHours>{
          Method::put,
          "/v1/practice/duration",
          "set_duration",
          {.summary = "Length of new slots, at least 50 minutes (HAR-1.session.c)"}},
      [&parts](http::Call& call, DurationBody const& body) { return put_duration(call, parts, body); });
  routes.add(
      http::Route<Access::specialist, ExceptionBody, ExceptionView>{
          Method::post,
          "/v1/practice/exceptions",
          "add_exception",
          {.success = 201, .summary = "Take a time out of the hours, or add one"}},
      [&parts](http::Call& call, ExceptionBody const& body) { return post_exception(call, parts, body); });
  routes.add(
      http::Route<Access::specialist, http::Nothing, http::Nothing>{
          Method::del, "/v1/practice/exceptions/{id}", "remove_exception", {.summary = "Remove an exception"}},
      [](http::Call& call) { return delete_exception(call); });
}

}  // namespace kelisim::scheduling
