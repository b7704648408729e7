#include "store/outages.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace kelisim::scheduling {
namespace {

#define COLUMNS "id, kind, from_us, until_us, opened_at_us, opened_by, closed_at_us, closed_by, remedy"

constexpr db::Sql insert_row{"scheduling.insert_outage",
                             "INSERT INTO scheduling_outages (id, kind, from_us, until_us, opened_at_us, opened_by)"
                             " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql close_row{"scheduling.close_outage",
                            "UPDATE scheduling_outages SET closed_at_us = $2, closed_by = $3, remedy = $4"
                            " WHERE id = $1 AND closed_at_us IS NULL"};
constexpr db::Sql select_one{"scheduling.select_outage", "SELECT " COLUMNS " FROM scheduling_outages WHERE id = $1"};
constexpr db::Sql select_newest{"scheduling.select_outages",
                                "SELECT " COLUMNS " FROM scheduling_outages ORDER BY id DESC LIMIT $1"};
constexpr db::Sql select_closing{"scheduling.select_closed_times",
                                 "SELECT " COLUMNS
                                 " FROM scheduling_outages WHERE until_us > $1 AND from_us < $2"
                                 " AND kind <> 'failure' ORDER BY from_us, id"};
// No booking lasts a day: the first condition lets the index of starts be used.
constexpr db::Sql select_affected{
    "scheduling.select_affected_bookings",
    "SELECT id FROM scheduling_bookings WHERE state = 2 AND starts_at_us > $2 - 86400000000 AND starts_at_us < $3"
    " AND ends_at_us > $2 AND NOT EXISTS (SELECT 1 FROM scheduling_outage_bookings f WHERE f.outage = $1"
    " AND f.booking = scheduling_bookings.id) ORDER BY starts_at_us, id LIMIT $4"};
constexpr db::Sql insert_found{"scheduling.insert_outage_booking",
                               "INSERT INTO scheduling_outage_bookings (outage, booking, found_at_us, called_off)"
                               " VALUES ($1, $2, $3, $4)"};
constexpr db::Sql count_found{"scheduling.count_outage_bookings",
                              "SELECT count(*), CAST(COALESCE(sum(called_off), 0) AS BIGINT)"
                              " FROM scheduling_outage_bookings WHERE outage = $1"};
constexpr db::Sql insert_paper_row{
    "scheduling.insert_outage_paper",
    "INSERT INTO scheduling_outage_papers (outage, what, given_at_us, given_by, text, file)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_papers{"scheduling.select_outage_papers",
                                "SELECT what, given_at_us, given_by, text, file FROM scheduling_outage_papers"
                                " WHERE outage = $1 ORDER BY given_at_us, what"};

constexpr db::Sql update_until{"scheduling.prolong_outage",
                               "UPDATE scheduling_outages SET until_us = $2 WHERE id = $1 AND closed_at_us IS NULL"};
constexpr db::Sql insert_prolongation{
    "scheduling.insert_outage_prolongation",
    "INSERT INTO scheduling_outage_prolongations (id, outage, from_us, until_us, prolonged_by, prolonged_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql select_prolongations{"scheduling.select_outage_prolongations",
                                       "SELECT from_us, until_us, prolonged_by, prolonged_at_us"
                                       " FROM scheduling_outage_prolongations WHERE outage = $1 ORDER BY id"};

#undef COLUMNS

template <class E>
E read_word(std::string const& text) {
  E value{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), value));
  return value;
}

template <class E>
std::string_view word(E value) {
  return boost::describe::enum_to_string(value, "");
}

Outage read_outage(db::Row const& row) {
  return {.id = row.id<OutageId>(0),
          .kind = read_word<OutageKind>(row.str(1)),
          .from = row.instant(2),
          .until = row.maybe_instant(3),
          .opened_at = row.instant(4),
          .opened_by = row.id<PersonId>(5),
          .closed_at = row.maybe_instant(6),
          .closed_by = row.is_null(7) ? std::nullopt : std::optional(row.id<PersonId>(7)),
          .remedy = row.maybe_str(8)};
}

}  // namespace

Interval time_of(Outage const& outage, Instant now) {
  auto const known = outage.until.value_or(outage.closed_at.value_or(now));
  return {outage.from, outage.closed_at ? std::min(known, *outage.closed_at) : known};
}

namespace store {

void insert_outage(db::Tx& tx, Outage const& outage) {
  tx.execute(insert_row, outage.id, word(outage.kind), outage.from, outage.until, outage.opened_at, outage.opened_by);
}

bool close_outage(db::Tx& tx, OutageId id, std::string_view remedy, PersonId by, Instant now) {
  return tx.execute(close_row, id, now, by, remedy) == 1;
}

void prolong_outage(db::Tx& tx, ProlongationId id, Outage const& outage, Instant until, PersonId by, Instant now) {
  ENSURE(tx.execute(update_until, outage.id, until) == 1);
  tx.execute(insert_prolongation, id, outage.id, *outage.until, until, by, now);
}

std::vector<Prolongation> prolongations_of(db::Tx& tx, OutageId outage) {
  return tx.all(
      select_prolongations,
      [](db::Row const& row) {
        return Prolongation{row.instant(0), row.instant(1), row.id<PersonId>(2), row.instant(3)};
      },
      outage);
}

std::optional<Outage> find_outage(db::Tx& tx, OutageId id) { return tx.one(select_one, read_outage, id); }

std::vector<Outage> list_outages(db::Tx& tx, int limit) { return tx.all(select_newest, read_outage, limit); }

std::vector<Interval> closed_times(db::Tx& tx, Interval around) {
  std::vector<Interval> times;
  for (auto const& outage : tx.all(select_closing, read_outage, around.starts_at, around.ends_at)) {
    ENSURE(outage.until.has_value());
    auto const time = time_of(outage, *outage.until);
    if (time.starts_at < time.ends_at) times.push_back(time);
  }
  return times;
}

std::vector<Booking> affected(db::Tx& tx, OutageId outage, Interval time, int limit) {
  std::vector<Booking> found;
  for (auto const& id : tx.all(
           select_affected, [](db::Row const& row) { return row.id<BookingId>(0); }, outage, time.starts_at,
           time.ends_at, limit)) {
    auto booking = find_booking(tx, id);
    ENSURE(booking.has_value());
    found.push_back(std::move(*booking));
  }
  return found;
}

void insert_affected(db::Tx& tx, OutageId outage, BookingId booking, bool called_off, Instant now) {
  tx.execute(insert_found, outage, booking, now, called_off);
}

AffectedCounts count_affected(db::Tx& tx, OutageId outage) {
  return *tx.one(
      count_found, [](db::Row const& row) { return AffectedCounts{row.integer(0), row.integer(1)}; }, outage);
}

bool insert_paper(db::Tx& tx, OutageId outage, GivenPaper const& paper) {
  return tx.execute(insert_paper_row, outage, word(paper.what), paper.given_at, paper.given_by, paper.text,
                    paper.file) == 1;
}

std::vector<GivenPaper> papers_of(db::Tx& tx, OutageId outage) {
  return tx.all(
      select_papers,
      [](db::Row const& row) {
        return GivenPaper{read_word<OutagePaper>(row.str(0)), row.instant(1), row.id<PersonId>(2), row.str(3),
                          row.maybe_str(4)};
      },
      outage);
}

}  // namespace store

}  // namespace kelisim::scheduling
