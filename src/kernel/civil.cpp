#include "kernel/civil.h"

#include "kernel/digits.h"

#include <fmt/format.h>

namespace kelisim {
namespace {

std::chrono::year_month_day to_chrono(CivilDate date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

CivilDate from_chrono(std::chrono::year_month_day date) {
  return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

}  // namespace

CivilDate add_days(CivilDate date, int days) {
  return from_chrono(std::chrono::sys_days(to_chrono(date)) + std::chrono::days(days));
}

CivilDate add_years(CivilDate date, int years) {
  auto const moved = to_chrono(date) + std::chrono::years(years);
  return from_chrono(moved.ok() ? moved : std::chrono::year_month_day(std::chrono::sys_days(moved)));
}

int iso_weekday(CivilDate date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(to_chrono(date))).iso_encoding());
}

std::optional<CivilDate> parse_civil_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = parse_digits(text.substr(0, 4));
  auto const month = parse_digits(text.substr(5, 2));
  auto const day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  CivilDate const date{static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  return to_chrono(date).ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(CivilDate date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::optional<CivilTime> parse_civil_time(std::string_view text) {
  auto const with_seconds = text.size() == 8;
  if (text.size() != 5 && !with_seconds) return std::nullopt;
  if (text[2] != ':' || (with_seconds && text[5] != ':')) return std::nullopt;
  auto const hour = parse_digits(text.substr(0, 2));
  auto const minute = parse_digits(text.substr(3, 2));
  auto const second = with_seconds ? parse_digits(text.substr(6, 2)) : std::optional<std::int64_t>(0);
  if (!hour || !minute || !second || *minute > 59 || *second > 59) return std::nullopt;
  auto const time = civil_time(static_cast<int>(*hour), static_cast<int>(*minute), static_cast<int>(*second));
  return time.seconds <= 86'400 ? std::optional(time) : std::nullopt;
}

std::string to_string(CivilTime time) {
  auto const minutes = time.seconds / 60;
  auto const text = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  return time.seconds % 60 == 0 ? text : fmt::format("{}:{:02}", text, time.seconds % 60);
}

}  // namespace kelisim
