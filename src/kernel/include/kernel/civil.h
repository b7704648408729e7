#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim {

/// A day of the Gregorian calendar, of no particular zone.
struct CivilDate {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;

  friend constexpr auto operator<=>(CivilDate const&, CivilDate const&) = default;
};

/// A time of day in whole seconds after midnight: 0 … 86400 (24:00 is the end of a day, never the start of one).
struct CivilTime {
  std::int32_t seconds = 0;

  friend constexpr auto operator<=>(CivilTime, CivilTime) = default;
};

constexpr CivilTime civil_time(int hour, int minute = 0, int second = 0) {
  return {hour * 3600 + minute * 60 + second};
}

struct CivilDateTime {
  CivilDate date;
  CivilTime time;

  friend constexpr auto operator<=>(CivilDateTime const&, CivilDateTime const&) = default;
};

[[nodiscard]] CivilDate add_days(CivilDate date, int days);
/// The same day of the year `years` later; 29 February becomes 1 March in a common year.
[[nodiscard]] CivilDate add_years(CivilDate date, int years);
/// ISO 8601: 1 Monday … 7 Sunday.
[[nodiscard]] int iso_weekday(CivilDate date);

/// `2026-12-11`; nothing for a day that does not exist.
[[nodiscard]] std::optional<CivilDate> parse_civil_date(std::string_view text);
[[nodiscard]] std::string to_string(CivilDate date);
/// `10:00` or `10:00:30`, `24:00` included.
[[nodiscard]] std::optional<CivilTime> parse_civil_time(std::string_view text);
/// `10:00`, or `10:00:30` where there are seconds.
[[nodiscard]] std::string to_string(CivilTime time);

}  // namespace kelisim
