#include "store/presences.h"

namespace kelisim::sessions::store {
namespace {

constexpr db::Sql insert_presence{"sessions.insert_presence", R"(
  INSERT INTO sessions_presences (id, booking, side, person, joined_at_us, seen_at_us)
  VALUES ($1, $2, $3, $4, $5, $5))"};
constexpr db::Sql count_joins{"sessions.count_joins_since", R"(
  SELECT count(*) FROM sessions_presences WHERE booking = $1 AND side = $2 AND joined_at_us >= $3)"};
constexpr db::Sql lock_row{"sessions.lock_joins",
                           "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('sessions.joins:' || $1, 0))"};
constexpr db::Sql end_presence{"sessions.end_presence", R"(
  UPDATE sessions_presences
  SET left_at_us = CASE WHEN joined_at_us > $2 THEN joined_at_us ELSE $2 END, reason = $3
  WHERE id = $1 AND left_at_us IS NULL)"};
constexpr db::Sql note_presence{"sessions.note_presence", R"(
  UPDATE sessions_presences SET seen_at_us = $2 WHERE id = $1 AND left_at_us IS NULL AND seen_at_us < $2)"};
constexpr db::Sql end_stale{"sessions.end_stale", R"(
  UPDATE sessions_presences SET left_at_us = seen_at_us, reason = 'lost' WHERE left_at_us IS NULL)"};
constexpr db::Sql list_presences{"sessions.list_presences", R"(
  SELECT side, joined_at_us, left_at_us, reason FROM sessions_presences
  WHERE booking = $1 ORDER BY joined_at_us, id)"};
constexpr db::Sql insert_mode{"sessions.insert_mode", R"(
  INSERT INTO sessions_mode_switches (id, booking, side, mode, cause, at_us) VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr db::Sql count_modes{"sessions.count_modes", R"(
  SELECT count(*) FROM sessions_mode_switches WHERE booking = $1 AND side = $2)"};
constexpr db::Sql list_modes{"sessions.list_modes", R"(
  SELECT side, mode, cause, at_us FROM sessions_mode_switches WHERE booking = $1 ORDER BY at_us, id)"};

std::int64_t first_number(db::Row const& row) { return row.integer(0); }

scheduling::Party side_of(db::Row const& row) { return static_cast<scheduling::Party>(row.integer(0)); }

}  // namespace

void insert_stay(db::Tx& tx, NewStay const& stay) {
  tx.execute(insert_presence, stay.id, stay.booking, static_cast<int>(stay.side), stay.person, stay.joined_at);
}

void lock_joins(db::Tx& tx, scheduling::BookingId booking) {
  if (tx.engine() != db::Engine::postgres) return;  // one writer
  (void)tx.one(lock_row, [](db::Row const&) { return true; }, booking);
}

std::int64_t joins_since(db::Tx& tx, scheduling::BookingId booking, scheduling::Party side, Instant since) {
  return tx.one(count_joins, first_number, booking, static_cast<int>(side), since).value_or(0);
}

void end_stay(db::Tx& tx, StayId stay, Instant left_at, std::string_view reason) {
  tx.execute(end_presence, stay, left_at, reason);
}

void note_seen(db::Tx& tx, StayId stay, Instant at) { tx.execute(note_presence, stay, at); }

void end_stale_stays(db::Tx& tx) { tx.execute(end_stale); }

std::vector<StayRow> record_of(db::Tx& tx, scheduling::BookingId booking) {
  return tx.all(
      list_presences,
      [](db::Row const& row) {
        return StayRow{side_of(row), row.instant(1), row.maybe_instant(2), row.maybe_str(3)};
      },
      booking);
}

std::vector<Stay> stays_of(db::Tx& tx, scheduling::BookingId booking, Instant door_opens_at) {
  std::vector<Stay> stays;
  for (auto const& row : record_of(tx, booking)) {
    if (row.left_at && *row.left_at < door_opens_at) continue;
    stays.push_back({row.side, row.joined_at, row.left_at});
  }
  return stays;
}

void insert_switch(db::Tx& tx, std::string_view id, scheduling::BookingId booking, ModeSwitch const& made) {
  auto const side = static_cast<int>(made.side);
  if (tx.one(count_modes, first_number, booking, side).value_or(0) >= switches_max) return;
  tx.execute(insert_mode, id, booking, side, made.mode, made.cause, made.at);
}

std::vector<ModeSwitch> switches_of(db::Tx& tx, scheduling::BookingId booking) {
  return tx.all(
      list_modes, [](db::Row const& row) { return ModeSwitch{side_of(row), row.str(1), row.str(2), row.instant(3)}; },
      booking);
}

}  // namespace kelisim::sessions::store
