#include "store/occupations.h"

namespace kelisim::scheduling::store {

namespace {

// A session with its buffer is never longer than a day (CHECK of the table): the lower bound keeps the scan short.
constexpr db::Sql select_taken{
    "scheduling.select_taken",
    "SELECT from_us, ends_us, booking FROM scheduling_occupations "
    "WHERE specialist = $1 AND from_us > $2 - 86400000000 AND from_us < $3 AND until_us > $2 "
    "AND (expires_at_us IS NULL OR expires_at_us > $4) ORDER BY from_us"};
constexpr db::Sql select_overdue_of{
    "scheduling.select_overdue_holds_of_specialist",
    "SELECT booking FROM scheduling_occupations "
    "WHERE specialist = $1 AND from_us > $2 - 86400000000 AND from_us < $3 AND until_us > $2 AND expires_at_us <= $4 "
    "ORDER BY from_us"};
constexpr db::Sql select_overdue{"scheduling.select_overdue_holds",
                                 "SELECT booking FROM scheduling_occupations WHERE expires_at_us <= $1 "
                                 "ORDER BY expires_at_us, booking LIMIT $2"};
constexpr db::Sql insert_row{
    "scheduling.insert_occupation",
    "INSERT INTO scheduling_occupations (booking, specialist, from_us, ends_us, until_us, expires_at_us) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_engagement{
    "scheduling.insert_engaged_time",
    "INSERT INTO scheduling_occupations (engagement, specialist, from_us, ends_us, until_us) "
    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr db::Sql delete_engagement{"scheduling.delete_engaged_time",
                                    "DELETE FROM scheduling_occupations WHERE engagement = $1"};
constexpr db::Sql select_taken_by{
    "scheduling.select_taken_by",
    "SELECT COUNT(booking), COUNT(engagement) FROM scheduling_occupations "
    "WHERE specialist = $1 AND from_us > $2 - 86400000000 AND from_us < $3 AND until_us > $2"};
constexpr db::Sql delete_row{"scheduling.delete_occupation", "DELETE FROM scheduling_occupations WHERE booking = $1"};
constexpr db::Sql update_kept{"scheduling.keep_occupation",
                              "UPDATE scheduling_occupations SET expires_at_us = NULL WHERE booking = $1"};

BookingId read_id(db::Row const& row) { return row.id<BookingId>(0); }

}  // namespace

bool occupy(db::Tx& tx, Booking const& booking, std::optional<Instant> expires_at) {
  return tx.execute(insert_row, booking.id, booking.specialist, booking.starts_at, booking.ends_at,
                    booking.busy_until, expires_at) == 1;
}

bool occupy(db::Tx& tx, EngagedTime const& time) {
  return tx.execute(insert_engagement, time.engagement, time.specialist, time.when.starts_at, time.when.ends_at,
                    time.busy_until) == 1;
}

void vacate_engagement(db::Tx& tx, std::string_view engagement) { tx.execute(delete_engagement, engagement); }

std::optional<TakenBy> taken_by(db::Tx& tx, PersonId specialist, Interval window) {
  return *tx.one(
      select_taken_by,
      [](db::Row const& row) -> std::optional<TakenBy> {
        if (row.integer(0) > 0) return TakenBy::booking;
        if (row.integer(1) > 0) return TakenBy::engagement;
        return std::nullopt;
      },
      specialist, window.starts_at, window.ends_at);
}

bool vacate(db::Tx& tx, BookingId booking) { return tx.execute(delete_row, booking) == 1; }

bool keep(db::Tx& tx, BookingId booking) { return tx.execute(update_kept, booking) == 1; }

std::vector<Interval> taken(db::Tx& tx, PersonId specialist, Interval window, Instant now,
                            std::optional<BookingId> except) {
  std::vector<Interval> times;
  db::Param const params[] = {db::param(specialist), db::param(window.starts_at), db::param(window.ends_at),
                              db::param(now)};
  tx.run(select_taken, params, [&](db::Row const& row) {
    if (!except || row.maybe_str(2) != except->view()) times.push_back({row.instant(0), row.instant(1)});
  });
  return times;
}

std::vector<BookingId> overdue_holds(db::Tx& tx, PersonId specialist, Interval window, Instant now) {
  return tx.all(select_overdue_of, read_id, specialist, window.starts_at, window.ends_at, now);
}

std::vector<BookingId> overdue_holds(db::Tx& tx, Instant now, int limit) {
  return tx.all(select_overdue, read_id, now, limit);
}

}  // namespace kelisim::scheduling::store
