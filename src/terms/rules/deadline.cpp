#include "terms/rules/deadline.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <set>

namespace kelisim::terms {
namespace {

constexpr Duration tick{1};
constexpr std::int64_t days_max = 366;
constexpr std::int64_t elapsed_max = 100'000;

DueStep step(std::string_view text_key, Instant at) { return {.text_key = std::string(text_key), .at = at}; }

Instant end_of(CivilDate day, Zone const& zone) { return zone.instant({add_days(day, 1), civil_time(0)}) - tick; }

Due begun(DueFacts const& facts) {
  return {.at = facts.from, .counted = facts, .steps = {step("due.from", facts.from)}};
}

Zone zone_of(DueFacts const& facts) {
  auto const zone = facts.zone ? Zone::load(*facts.zone) : std::nullopt;
  ENSURE(zone.has_value());
  return *zone;
}

void end_with_day(Due& due, CivilDate day, Zone const& zone) {
  due.at = end_of(day, zone);
  auto last = step("due.end_of_day", due.at);
  last.day = day;
  last.zone = zone.name();
  due.steps.push_back(std::move(last));
}

Due elapsed(DueFacts const& facts, std::string_view text_key, Duration unit) {
  ENSURE(facts.count >= 0 && facts.count <= elapsed_max);
  auto due = begun(facts);
  due.at = facts.from + unit * facts.count;
  due.steps.push_back(step(text_key, due.at));
  due.steps.back().count = facts.count;
  return due;
}

Due calendar_days(DueFacts const& facts) {
  ENSURE(facts.count >= 0 && facts.count <= days_max);
  auto const zone = zone_of(facts);
  auto const last = add_days(zone.local(facts.from).date, static_cast<int>(facts.count));
  auto due = begun(facts);
  auto counted = step("due.calendar_days", end_of(last, zone));
  counted.count = facts.count;
  counted.day = last;
  counted.zone = zone.name();
  due.steps.push_back(std::move(counted));
  end_with_day(due, last, zone);
  return due;
}

DueStep day_step(CivilDate day, WorkCalendar::Reading const& reading, std::int64_t reached, Zone const& zone) {
  auto made = step(reading.working ? "due.working_day" : "due.day_off", end_of(day, zone));
  made.day = day;
  if (reading.working) made.count = reached;
  if (reading.row) {
    made.kind = boost::describe::enum_to_string(reading.row->kind, "");
    made.source = reading.row->source;
  }
  return made;
}

Due working_days(DueFacts const& facts, WorkCalendar const& calendar) {
  ENSURE(facts.count >= 0 && facts.count <= days_max && facts.country == calendar.country());
  auto const zone = zone_of(facts);
  auto due = begun(facts);
  auto day = zone.local(facts.from).date;
  std::set<int> unknown_years;
  for (std::int64_t reached = 0; reached < facts.count;) {
    day = add_days(day, 1);
    if (!calendar.knows_year(day.year, facts.known_at) && unknown_years.insert(day.year).second) {
      due.steps.push_back(step("due.year_unknown", end_of(day, zone)));
      due.steps.back().count = day.year;
    }
    auto const reading = calendar.read(day, facts.known_at);
    if (reading.working) ++reached;
    due.steps.push_back(day_step(day, reading, reached, zone));
  }
  end_with_day(due, day, zone);
  return due;
}

}  // namespace

Due count_due(DueFacts const& facts, WorkCalendar const* calendar) {
  switch (facts.counting) {
    case Counting::instant:
      return {.at = facts.from, .counted = facts, .steps = {step("due.instant", facts.from)}};
    case Counting::minutes:
      return elapsed(facts, "due.minutes", std::chrono::minutes(1));
    case Counting::hours:
      return elapsed(facts, "due.hours", std::chrono::hours(1));
    case Counting::calendar_days:
      return calendar_days(facts);
    case Counting::working_days:
      break;
  }
  ENSURE(calendar != nullptr);
  return working_days(facts, *calendar);
}

Due due_at(Instant at) {
  return count_due({.counting = Counting::instant,
                    .count = 0,
                    .from = at,
                    .zone = std::nullopt,
                    .country = std::nullopt,
                    .known_at = at},
                   nullptr);
}

Due minutes_after(Instant from, std::int64_t minutes) {
  return count_due({.counting = Counting::minutes,
                    .count = minutes,
                    .from = from,
                    .zone = std::nullopt,
                    .country = std::nullopt,
                    .known_at = from},
                   nullptr);
}

Due hours_after(Instant from, std::int64_t hours) {
  return count_due({.counting = Counting::hours,
                    .count = hours,
                    .from = from,
                    .zone = std::nullopt,
                    .country = std::nullopt,
                    .known_at = from},
                   nullptr);
}

Due calendar_days_after(Instant from, std::int64_t days, Zone const& zone) {
  return count_due({.counting = Counting::calendar_days,
                    .count = days,
                    .from = from,
                    .zone = zone.name(),
                    .country = std::nullopt,
                    .known_at = from},
                   nullptr);
}

Due working_days_after(Instant from, std::int64_t days, Zone const& zone, WorkCalendar const& calendar,
                       Instant known_at) {
  return count_due({.counting = Counting::working_days,
                    .count = days,
                    .from = from,
                    .zone = zone.name(),
                    .country = calendar.country(),
                    .known_at = known_at},
                   &calendar);
}

Duration stopped_for(Instant arose_at, Instant due, Instant event_start, Instant event_end) {
  auto const start = std::max(arose_at, event_start);
  if (due < event_start || event_end <= start) return Duration{0};
  return event_end - start;
}

}  // namespace kelisim::terms
