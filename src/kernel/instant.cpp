#include "kernel/instant.h"

#include "kernel/civil.h"
#include "kernel/digits.h"

#include <fmt/format.h>

namespace kelisim {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;

std::int64_t floor_div(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

std::int64_t days_from_civil(CivilDate date) {
  std::chrono::year_month_day const ymd{std::chrono::year(date.year), std::chrono::month(date.month),
                                        std::chrono::day(date.day)};
  return std::chrono::sys_days(ymd).time_since_epoch().count();
}

/// `.5` … `.500000` as microseconds; finer digits are refused.
std::optional<std::int64_t> parse_fraction(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  auto value = parse_digits(digits);
  for (std::size_t place = digits.size(); value && place < 6; ++place) *value *= 10;
  return value;
}

/// `Z`, `+05:00`, `-03:30` as seconds east.
std::optional<std::int64_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  auto const hours = parse_digits(text.substr(1, 2));
  auto const minutes = parse_digits(text.substr(4, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  auto const east = *hours * 3600 + *minutes * 60;
  return text[0] == '-' ? -east : east;
}

}  // namespace

std::string to_rfc3339(Instant at) {
  auto const days = floor_div(at.micros, day);
  std::chrono::year_month_day const date{std::chrono::sys_days(std::chrono::days(days))};
  auto const in_day = at.micros - days * day;
  auto const seconds = in_day / second;
  auto const text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(date.year()), unsigned(date.month()),
                                unsigned(date.day()), seconds / 3600, seconds / 60 % 60, seconds % 60);
  auto const fraction = in_day % second;
  return fraction == 0 ? text + "Z" : fmt::format("{}.{:06}Z", text, fraction);
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || text.size() > 32 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  auto const date = parse_civil_date(text.substr(0, 10));
  auto const time = parse_civil_time(text.substr(11, 8));
  if (!date || !time || date->year < 1970 || time->seconds >= 86'400) return std::nullopt;
  auto rest = text.substr(19);
  std::int64_t fraction = 0;
  if (rest.front() == '.') {
    auto const end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    auto const parsed = parse_fraction(rest.substr(1, end - 1));
    if (!parsed) return std::nullopt;
    fraction = *parsed;
    rest = rest.substr(end);
  }
  auto const east = parse_offset(rest);
  if (!east) return std::nullopt;
  auto const seconds = days_from_civil(*date) * 86'400 + time->seconds - *east;
  return seconds < 0 ? std::nullopt : std::optional(Instant{seconds * second + fraction});
}

}  // namespace kelisim
