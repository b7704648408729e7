#include "terms/calendar.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace kelisim::terms {

WorkCalendar::WorkCalendar(std::string country, std::vector<CalendarDay> const& rows) : country_(std::move(country)) {
  for (auto const& row : rows) {
    ENSURE(row.country == country_);
    days_[row.day].push_back(row);
    if (row.day.month != 1 || row.day.day != 1) continue;
    auto const [year, added] = years_.emplace(row.day.year, row.known_from);
    if (!added) year->second = std::min(year->second, row.known_from);
  }
  for (auto& [day, history] : days_) std::ranges::sort(history, {}, &CalendarDay::known_from);
}

WorkCalendar::Reading WorkCalendar::read(CivilDate day, Instant known_at) const {
  auto const weekday = iso_weekday(day) < 6;
  auto const found = days_.find(day);
  if (found == days_.end()) return {weekday, std::nullopt};
  auto const& history = found->second;
  auto const next = std::ranges::upper_bound(history, known_at, {}, &CalendarDay::known_from);
  if (next == history.begin()) return {weekday, std::nullopt};
  auto const& row = *std::prev(next);
  switch (row.kind) {
    case DayKind::holiday:
    case DayKind::moved_off:
      return {false, row};
    case DayKind::worked:
      return {true, row};
    case DayKind::shortened:
    case DayKind::ordinary:
      break;
  }
  return {weekday, row};
}

bool WorkCalendar::knows_year(int year, Instant known_at) const {
  auto const found = years_.find(year);
  return found != years_.end() && found->second <= known_at;
}

}  // namespace kelisim::terms
