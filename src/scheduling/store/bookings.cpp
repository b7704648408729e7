#include "store/bookings.h"

#include "privacy/changes.h"

#include <boost/describe/enum_to_string.hpp>

#include "kernel/ensure.h"
#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

namespace {

#define BOOKING_COLUMNS                                                                                           \
  "id, specialist, client, state, starts_at_us, ends_at_us, busy_until_us, order_id, terms_version, held_at_us, " \
  "hold_expires_at_us, confirmed_at_us, repeat_of"

constexpr db::Sql select_booking{"scheduling.select_booking",
                                 "SELECT " BOOKING_COLUMNS " FROM scheduling_bookings WHERE id = $1"};
// SQLite has one writer: there a booking cannot change under a transaction that writes.
constexpr db::Sql select_for_update{"scheduling.lock_booking",
                                    "SELECT " BOOKING_COLUMNS " FROM scheduling_bookings WHERE id = $1 FOR UPDATE"};
constexpr db::Sql select_own{"scheduling.select_own_booking",
                             "SELECT " BOOKING_COLUMNS
                             " FROM scheduling_bookings WHERE id = $1 AND (client = $2 OR specialist = $2)"};
constexpr db::Sql select_by_order{"scheduling.select_booking_of_order",
                                  "SELECT " BOOKING_COLUMNS
                                  " FROM scheduling_bookings WHERE order_id = $1 AND repeat_of IS NULL"};
constexpr db::Sql select_repeat{"scheduling.select_repeat",
                                "SELECT id FROM scheduling_bookings WHERE repeat_of = $1"};
constexpr db::Sql select_page_of_client{
    "scheduling.select_bookings_of_client",
    "SELECT " BOOKING_COLUMNS
    " FROM scheduling_bookings WHERE client = $1 AND id < $2 AND (CAST($3 AS BIGINT) = 0 OR state = $3) "
    "ORDER BY id DESC LIMIT $4"};
constexpr db::Sql select_page_of_specialist{
    "scheduling.select_bookings_of_specialist",
    "SELECT " BOOKING_COLUMNS
    " FROM scheduling_bookings WHERE specialist = $1 AND id < $2 AND (CAST($3 AS BIGINT) = 0 OR state = $3) "
    "ORDER BY id DESC LIMIT $4"};
constexpr db::Sql select_page{"scheduling.select_bookings",
                              "SELECT " BOOKING_COLUMNS
                              " FROM scheduling_bookings WHERE id < $1 AND (CAST($2 AS BIGINT) = 0 OR state = $2) "
                              "ORDER BY id DESC LIMIT $3"};
constexpr db::Sql select_calendar{
    "scheduling.select_calendar",
    "SELECT " BOOKING_COLUMNS
    " FROM scheduling_bookings "
    "WHERE specialist = $1 AND starts_at_us > $2 - 86400000000 AND starts_at_us < $3 AND ends_at_us > $2 "
    "AND state IN (1, 2, 4) ORDER BY starts_at_us"};
constexpr db::Sql select_next{"scheduling.select_next_confirmed",
                              "SELECT " BOOKING_COLUMNS
                              " FROM scheduling_bookings WHERE specialist = $1 AND starts_at_us >= $2 AND state = 2 "
                              "ORDER BY starts_at_us LIMIT 1"};
constexpr db::Sql select_coming{"scheduling.select_coming_booking",
                                "SELECT " BOOKING_COLUMNS
                                " FROM scheduling_bookings WHERE client = $1 AND state = 2 AND ends_at_us > $2 "
                                "ORDER BY starts_at_us LIMIT 1"};
constexpr db::Sql select_latest{"scheduling.select_latest_booking",
                                "SELECT " BOOKING_COLUMNS
                                " FROM scheduling_bookings WHERE client = $1 AND state IN (2, 4) "
                                "ORDER BY starts_at_us DESC LIMIT 1"};
constexpr db::Sql select_ahead{
    "scheduling.select_bookings_ahead",
    "SELECT " BOOKING_COLUMNS
    " FROM scheduling_bookings WHERE client = $1 AND starts_at_us > $2 AND state IN (1, 2, 5) "
    "ORDER BY starts_at_us, id"};
constexpr db::Sql count_holds{
    "scheduling.count_live_holds",
    "SELECT count(*) FROM scheduling_bookings WHERE client = $1 AND state = 1 AND hold_expires_at_us > $2"};
// For SQLite, which has one writer, there is nothing to lock.
constexpr db::Sql lock_client{"scheduling.lock_holds",
                              "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('scheduling.holds:' || $1, 0))"};
constexpr db::Sql insert_row{"scheduling.insert_booking",
                             "INSERT INTO scheduling_bookings (" BOOKING_COLUMNS
                             ") "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
constexpr db::Sql update_state{"scheduling.update_booking_state",
                               "UPDATE scheduling_bookings SET state = $3 WHERE id = $1 AND state = $2"};
constexpr db::Sql update_confirmed{
    "scheduling.confirm_booking",
    "UPDATE scheduling_bookings SET state = 2, confirmed_at_us = $3 WHERE id = $1 AND state = $2"};
constexpr db::Sql update_times{
    "scheduling.update_booking_times",
    "UPDATE scheduling_bookings SET starts_at_us = $2, ends_at_us = $3, busy_until_us = $4 WHERE id = $1"};

constexpr db::Sql update_terms{"scheduling.rebind_booking",
                               "UPDATE scheduling_bookings SET terms_version = $2 WHERE id = $1 AND state = 1"};
constexpr db::Sql count_on_other_terms{
    "scheduling.count_bookings_on_other_terms",
    "SELECT CAST(coalesce(sum(CASE WHEN state = 2 THEN 1 ELSE 0 END), 0) AS BIGINT),"
    " CAST(coalesce(sum(CASE WHEN state = 1 AND hold_expires_at_us > $2 THEN 1 ELSE 0 END), 0) AS BIGINT)"
    " FROM scheduling_bookings WHERE terms_version <> $1 AND state IN (1, 2) AND starts_at_us > $2"};

#undef BOOKING_COLUMNS

/// After every id in the order of texts.
constexpr std::string_view after_all_ids = "~";

std::int64_t number(BookingState state) { return static_cast<std::int64_t>(state); }

Booking read_booking(db::Row const& row) {
  std::optional<BookingId> repeat_of;
  if (!row.is_null(12)) repeat_of = row.id<BookingId>(12);
  return {.id = row.id<BookingId>(0),
          .specialist = row.id<PersonId>(1),
          .client = row.id<PersonId>(2),
          .state = static_cast<BookingState>(row.integer(3)),
          .starts_at = row.instant(4),
          .ends_at = row.instant(5),
          .busy_until = row.instant(6),
          .order = row.id<orders::OrderId>(7),
          .terms_version = row.str(8),
          .held_at = row.instant(9),
          .hold_expires_at = row.instant(10),
          .confirmed_at = row.maybe_instant(11),
          .repeat_of = repeat_of};
}

void note_state(db::Tx& tx, BookingId id, BookingState state, Instant now) {
  privacy::note_value(tx, {"booking", id.view(), now}, "state", boost::describe::enum_to_string(state, ""));
}

void note_times(db::Tx& tx, Booking const& booking, Instant now) {
  privacy::note_value(tx, {"booking", booking.id.view(), now}, "starts_at", to_rfc3339(booking.starts_at));
  privacy::note_value(tx, {"booking", booking.id.view(), now}, "ends_at", to_rfc3339(booking.ends_at));
}

}  // namespace

std::optional<Booking> find_booking(db::Tx& tx, BookingId id) { return tx.one(select_booking, read_booking, id); }

std::optional<OwnBooking> find_own_booking(db::Tx& tx, BookingId id, PersonId person) {
  auto const booking = tx.one(select_own, read_booking, id, person);
  if (!booking) return std::nullopt;
  return OwnBooking{*booking, booking->client == person ? Party::client : Party::specialist};
}

namespace store {

std::optional<Booking> lock_booking(db::Tx& tx, BookingId id) {
  return tx.one(tx.engine() == db::Engine::postgres ? select_for_update : select_booking, read_booking, id);
}

std::optional<OwnBooking> lock_own_booking(db::Tx& tx, BookingId id, PersonId person) {
  if (!find_own_booking(tx, id, person)) return std::nullopt;
  auto const booking = lock_booking(tx, id);
  return OwnBooking{*booking, booking->client == person ? Party::client : Party::specialist};
}

std::vector<Booking> ahead_of(db::Tx& tx, PersonId client, Instant now) {
  return tx.all(select_ahead, read_booking, client, now);
}

void insert_booking(db::Tx& tx, Booking const& booking) {
  tx.execute(insert_row, booking.id, booking.specialist, booking.client, number(booking.state), booking.starts_at,
             booking.ends_at, booking.busy_until, booking.order, booking.terms_version, booking.held_at,
             booking.hold_expires_at, booking.confirmed_at, booking.repeat_of);
  note_state(tx, booking.id, booking.state, booking.confirmed_at.value_or(booking.held_at));
  note_times(tx, booking, booking.confirmed_at.value_or(booking.held_at));
}

void change_state(db::Tx& tx, BookingId id, BookingState from, BookingState to, Instant now) {
  ENSURE(tx.execute(update_state, id, number(from), number(to)) == 1);
  note_state(tx, id, to, now);
}

void confirm(db::Tx& tx, BookingId id, BookingState from, Instant at) {
  ENSURE(tx.execute(update_confirmed, id, number(from), at) == 1);
  note_state(tx, id, BookingState::confirmed, at);
}

void set_times(db::Tx& tx, Booking const& booking, Instant now) {
  ENSURE(tx.execute(update_times, booking.id, booking.starts_at, booking.ends_at, booking.busy_until) == 1);
  note_times(tx, booking, now);
}

void rebind(db::Tx& tx, BookingId id, std::string_view terms_version, Instant now) {
  ENSURE(tx.execute(update_terms, id, terms_version) == 1);
  privacy::note_value(tx, {"booking", id.view(), now}, "terms_version", terms_version);
}

std::optional<Booking> find_by_order(db::Tx& tx, orders::OrderId order) {
  return tx.one(select_by_order, read_booking, order);
}

std::optional<BookingId> find_repeat(db::Tx& tx, BookingId of) {
  return tx.one(select_repeat, [](db::Row const& row) { return row.id<BookingId>(0); }, of);
}

std::vector<Booking> list_bookings(db::Tx& tx, BookingFilter const& filter) {
  auto const before = filter.before ? filter.before->str() : std::string(after_all_ids);
  auto const state = filter.state ? number(*filter.state) : 0;
  ENSURE(!filter.client || !filter.specialist);
  if (filter.client) return tx.all(select_page_of_client, read_booking, *filter.client, before, state, filter.limit);
  if (filter.specialist)
    return tx.all(select_page_of_specialist, read_booking, *filter.specialist, before, state, filter.limit);
  return tx.all(select_page, read_booking, before, state, filter.limit);
}

std::vector<Booking> calendar(db::Tx& tx, PersonId specialist, Interval around) {
  return tx.all(select_calendar, read_booking, specialist, around.starts_at, around.ends_at);
}

std::optional<Booking> next_confirmed(db::Tx& tx, PersonId specialist, Instant from) {
  return tx.one(select_next, read_booking, specialist, from);
}

std::optional<Booking> nearest(db::Tx& tx, PersonId client, Instant now) {
  auto coming = tx.one(select_coming, read_booking, client, now);
  return coming ? coming : tx.one(select_latest, read_booking, client);
}

void lock_holds(db::Tx& tx, PersonId client) {
  if (tx.engine() == db::Engine::postgres) (void)tx.one(lock_client, [](db::Row const&) { return true; }, client);
}

std::int64_t count_live_holds(db::Tx& tx, PersonId client, Instant now) {
  return tx.one(count_holds, [](db::Row const& row) { return row.integer(0); }, client, now).value_or(0);
}

}  // namespace store

OnOtherTerms bookings_on_other_terms(db::Tx& tx, std::string_view version, Instant now) {
  auto const read = [](db::Row const& row) { return OnOtherTerms{row.integer(0), row.integer(1)}; };
  return tx.one(count_on_other_terms, read, version, now).value_or(OnOtherTerms{});
}

}  // namespace kelisim::scheduling
