#include "store/practices.h"

#include "store/outages.h"

namespace kelisim::scheduling::store {

namespace {

constexpr db::Sql select_practice{"scheduling.select_practice",
                                  "SELECT zone, duration_minutes FROM scheduling_practices WHERE specialist = $1"};
constexpr db::Sql select_hours{
    "scheduling.select_hours",
    "SELECT weekday, from_s, to_s FROM scheduling_hours WHERE specialist = $1 ORDER BY weekday, from_s"};
constexpr db::Sql select_exceptions{"scheduling.select_exceptions",
                                    "SELECT id, kind, from_us, until_us FROM scheduling_exceptions "
                                    "WHERE specialist = $1 AND until_us > $2 AND from_us < $3 ORDER BY from_us, id"};
constexpr db::Sql count_exceptions{
    "scheduling.count_exceptions",
    "SELECT count(*) FROM scheduling_exceptions WHERE specialist = $1 AND until_us > $2"};
constexpr db::Sql insert_practice_row{
    "scheduling.insert_practice",
    "INSERT INTO scheduling_practices (specialist, zone, duration_minutes, changed_at_us) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};
constexpr db::Sql update_duration{
    "scheduling.update_duration",
    "UPDATE scheduling_practices SET duration_minutes = $2, changed_at_us = $3 WHERE specialist = $1"};
constexpr db::Sql delete_hours{"scheduling.delete_hours", "DELETE FROM scheduling_hours WHERE specialist = $1"};
constexpr db::Sql insert_hours{
    "scheduling.insert_hours",
    "INSERT INTO scheduling_hours (specialist, weekday, from_s, to_s) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql insert_exception_row{
    "scheduling.insert_exception",
    "INSERT INTO scheduling_exceptions (id, specialist, kind, from_us, until_us, created_at_us) "
    "VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql delete_exception_row{"scheduling.delete_exception",
                                       "DELETE FROM scheduling_exceptions WHERE specialist = $1 AND id = $2"};

WeeklyHours read_hours(db::Row const& row) {
  return {static_cast<int>(row.integer(0)), CivilTime{static_cast<std::int32_t>(row.integer(1))},
          CivilTime{static_cast<std::int32_t>(row.integer(2))}};
}

}  // namespace

std::optional<Practice> find_practice(db::Tx& tx, PersonId specialist, Interval around) {
  auto practice = tx.one(
      select_practice,
      [](db::Row const& row) {
        auto const zone = Zone::load(row.text(0));
        ENSURE(zone.has_value());
        return Practice{
            .zone = *zone, .duration = std::chrono::minutes(row.integer(1)), .week = {}, .exceptions = {}};
      },
      specialist);
  if (!practice) return std::nullopt;
  practice->week = tx.all(select_hours, read_hours, specialist);
  for (auto& stored : exceptions_around(tx, specialist, around)) practice->exceptions.push_back(stored.exception);
  for (auto const& time : closed_times(tx, around)) practice->exceptions.push_back({time, false});
  return practice;
}

bool insert_practice(db::Tx& tx, PersonId specialist, Zone const& zone, std::chrono::minutes duration, Instant now) {
  return tx.execute(insert_practice_row, specialist, zone.name(), duration.count(), now) == 1;
}

bool set_duration(db::Tx& tx, PersonId specialist, std::chrono::minutes duration, Instant now) {
  return tx.execute(update_duration, specialist, duration.count(), now) == 1;
}

void replace_week(db::Tx& tx, PersonId specialist, std::vector<WeeklyHours> const& week) {
  tx.execute(delete_hours, specialist);
  for (auto const& hours : week)
    tx.execute(insert_hours, specialist, hours.weekday, hours.from.seconds, hours.to.seconds);
}

void insert_exception(db::Tx& tx, PersonId specialist, StoredException const& stored, Instant now) {
  tx.execute(insert_exception_row, stored.id, specialist, stored.exception.open ? "open" : "closed",
             stored.exception.when.starts_at, stored.exception.when.ends_at, now);
}

bool delete_exception(db::Tx& tx, PersonId specialist, ExceptionId id) {
  return tx.execute(delete_exception_row, specialist, id) == 1;
}

std::vector<StoredException> exceptions_around(db::Tx& tx, PersonId specialist, Interval around) {
  return tx.all(
      select_exceptions,
      [](db::Row const& row) {
        return StoredException{row.id<ExceptionId>(0),
                               HoursException{{row.instant(2), row.instant(3)}, row.text(1) == "open"}};
      },
      specialist, around.starts_at, around.ends_at);
}

std::int64_t count_exceptions_after(db::Tx& tx, PersonId specialist, Instant at) {
  return tx.one(count_exceptions, [](db::Row const& row) { return row.integer(0); }, specialist, at).value_or(0);
}

}  // namespace kelisim::scheduling::store
