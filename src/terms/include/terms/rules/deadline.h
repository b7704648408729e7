#pragma once

#include "kernel/instant.h"
#include "kernel/zone.h"
#include "terms/calendar.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// By when a promise must be kept, and the steps of the counting as data, so that a person can check them with a
/// calendar on the wall. Pure. Every deadline is the last instant that is in time; one microsecond later is late.
///
/// Days: the day in which the counting begins does not count; the last day counts to its end, 23:59:59.999999 on the
/// wall clock of the zone (AMB-H32).
namespace kelisim::terms {

enum class Counting : std::uint8_t { instant, minutes, hours, calendar_days, working_days };
BOOST_DESCRIBE_ENUM(Counting, instant, minutes, hours, calendar_days, working_days)

/// What a deadline was counted from. The same facts and calendar give the same deadline for ever.
struct DueFacts {
  Counting counting;
  std::int64_t count;  ///< 0 … 366 days, 0 … 100 000 hours or minutes; 0 of `instant`
  Instant from;
  std::optional<std::string> zone;     ///< IANA; of days
  std::optional<std::string> country;  ///< of working days
  Instant known_at;                    ///< the calendar is read as it was known then
};
BOOST_DESCRIBE_STRUCT(DueFacts, (), (counting, count, from, zone, country, known_at))

/// One line of the counting; `at` is the instant reached by it. `text_key` is one of
///   due.from (at) · due.instant (at) · due.minutes, due.hours (count) · due.calendar_days (count, day, zone) ·
///   due.working_day (day, count: which one it is, kind where a row of the calendar says so, source) ·
///   due.day_off (day, kind and source where a row says so, else Saturday or Sunday) ·
///   due.year_unknown (count: the year; only days of the week were counted) ·
///   due.end_of_day (day, zone) · due.postponed (minutes; added by what stops the clock)
struct DueStep {
  std::string text_key;
  Instant at;
  std::optional<std::int64_t> count = std::nullopt;
  std::optional<CivilDate> day = std::nullopt;
  std::optional<std::string> kind = std::nullopt;
  std::optional<std::string> source = std::nullopt;
  std::optional<std::string> zone = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(DueStep, (), (text_key, at, count, day, kind, source, zone))

struct Due {
  Instant at;
  DueFacts counted;
  std::vector<DueStep> steps;
};

/// By a given instant, counted by another rule (the end of a choice, a deadline of support hours).
[[nodiscard]] Due due_at(Instant at);
/// Elapsed time.
[[nodiscard]] Due minutes_after(Instant from, std::int64_t minutes);
[[nodiscard]] Due hours_after(Instant from, std::int64_t hours);
[[nodiscard]] Due calendar_days_after(Instant from, std::int64_t days, Zone const& zone);
/// By the calendar as it is known at `known_at`, the instant at which the promise arises.
[[nodiscard]] Due working_days_after(Instant from, std::int64_t days, Zone const& zone, WorkCalendar const& calendar,
                                     Instant known_at);

/// Counts again. `calendar` is needed for working days only; that of another country is a bug.
[[nodiscard]] Due count_due(DueFacts const& facts, WorkCalendar const* calendar);

/// HAR-7.1a: "Force majeure … shifts performance deadlines by the time it lasts." What ran of the event between
/// `arose_at` and `due` is added; a deadline that was over before the event began, or a promise made after it ended,
/// is not touched.
[[nodiscard]] Duration stopped_for(Instant arose_at, Instant due, Instant event_start, Instant event_end);

}  // namespace kelisim::terms
