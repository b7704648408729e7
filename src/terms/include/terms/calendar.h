#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Work calendars as bitemporal data: a row says what a day is and since when that is known. A later row for the same
/// day takes the place of an earlier one for whoever asks later; what was counted before keeps its answer. Saturday
/// and Sunday are days off, every other day is a working day, unless a row says otherwise.
namespace kelisim::terms {

enum class DayKind : std::uint8_t {
  holiday,    ///< off by law
  moved_off,  ///< off, because a holiday or a day off was moved here
  worked,     ///< a Saturday or Sunday that is worked
  shortened,  ///< worked, an hour shorter
  ordinary,   ///< what an earlier row said of this day is no longer so
};
BOOST_DESCRIBE_ENUM(DayKind, holiday, moved_off, worked, shortened, ordinary)

struct CalendarDay {
  std::string country;  ///< ISO 3166: "KZ", "RU"
  CivilDate day;
  DayKind kind;
  Instant known_from;  ///< never earlier than the act was published
  std::string source;  ///< the act, as a person can look it up
};

/// The calendar of one country with everything that was ever known of it. Immutable.
class WorkCalendar {
 public:
  WorkCalendar(std::string country, std::vector<CalendarDay> const& rows);

  [[nodiscard]] std::string const& country() const noexcept { return country_; }

  struct Reading {
    bool working;
    std::optional<CalendarDay> row;  ///< that says so; nothing where only the day of the week does
  };
  /// What `day` is by what was known at that instant.
  [[nodiscard]] Reading read(CivilDate day, Instant known_at) const;
  /// Whether the calendar of that year was known: it has a row for its 1 January, a holiday in every country that we
  /// count for. Where not, only the days of the week could be counted.
  [[nodiscard]] bool knows_year(int year, Instant known_at) const;

 private:
  std::string country_;
  std::map<CivilDate, std::vector<CalendarDay>> days_;  ///< of one day oldest first
  std::map<int, Instant> years_;                        ///< since when a year is known
};

[[nodiscard]] WorkCalendar read_calendar(db::Tx& tx, std::string_view country);

/// Adds what became known. False when the calendar holds another row of that day and instant.
bool announce_day(db::Tx& tx, CalendarDay const& day);

}  // namespace kelisim::terms
