#include "kernel/ensure.h"
#include "terms/calendar.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::terms {
namespace {

constexpr db::Sql select_days{"terms.select_calendar_days",
                              "SELECT country, day, kind, known_from_at_us, source FROM terms_calendar_days"
                              " WHERE country = $1 ORDER BY day, known_from_at_us"};
constexpr db::Sql insert_day{"terms.insert_calendar_day",
                             "INSERT INTO terms_calendar_days (country, day, kind, known_from_at_us, source)"
                             " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};

CalendarDay read_day(db::Row const& row) {
  auto const day = parse_civil_date(row.text(1));
  DayKind kind{};
  ENSURE(day.has_value() && boost::describe::enum_from_string(row.str(2).c_str(), kind));
  return {.country = row.str(0), .day = *day, .kind = kind, .known_from = row.instant(3), .source = row.str(4)};
}

}  // namespace

WorkCalendar read_calendar(db::Tx& tx, std::string_view country) {
  return {std::string(country), tx.all(select_days, read_day, country)};
}

bool announce_day(db::Tx& tx, CalendarDay const& day) {
  return tx.execute(insert_day, day.country, to_string(day.day), boost::describe::enum_to_string(day.kind, ""),
                    day.known_from, day.source) == 1;
}

}  // namespace kelisim::terms
