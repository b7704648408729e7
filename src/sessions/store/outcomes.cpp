#include "store/outcomes.h"

namespace kelisim::sessions::store {
namespace {

constexpr db::Sql insert_row{"sessions.insert_outcome", R"(
  INSERT INTO sessions_outcomes (booking, starts_at_us, outcome, ended_at_us, closed_at_us, clause, decision)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING)"};
constexpr db::Sql find_row{"sessions.find_outcome", R"(
  SELECT booking, starts_at_us, outcome, ended_at_us, closed_at_us, clause, decision
  FROM sessions_outcomes WHERE booking = $1)"};
constexpr db::Sql insert_equipment{"sessions.insert_equipment", R"(
  INSERT INTO sessions_equipment_checks (id, booking, side, camera, microphone, speaker, bandwidth_kbps, passed,
                                         checked_at_us, relay_reached, relay_kbps, relay_lost_permille,
                                         relay_round_trip_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
constexpr db::Sql last_equipment{"sessions.last_equipment", R"(
  SELECT camera, microphone, speaker, bandwidth_kbps, passed, checked_at_us, relay_reached, relay_kbps,
         relay_lost_permille, relay_round_trip_ms
  FROM sessions_equipment_checks
  WHERE booking = $1 AND side = $2 ORDER BY checked_at_us DESC, id DESC LIMIT 1)"};

constexpr db::Sql count_equipment{"sessions.count_equipment_since", R"(
  SELECT count(*) FROM sessions_equipment_checks WHERE booking = $1 AND side = $2 AND checked_at_us >= $3)"};

}  // namespace

bool insert_outcome(db::Tx& tx, Outcome const& outcome) {
  return tx.execute(insert_row, outcome.booking, outcome.starts_at, outcome.attendance, outcome.ended_at,
                    outcome.closed_at, outcome.clause, outcome.decision) == 1;
}

std::optional<Outcome> outcome_of(db::Tx& tx, scheduling::BookingId booking) {
  return tx.one(
      find_row,
      [](db::Row const& row) {
        return Outcome{row.id<scheduling::BookingId>(0),
                       row.instant(1),
                       row.str(2),
                       row.instant(3),
                       row.instant(4),
                       row.str(5),
                       row.str(6)};
      },
      booking);
}

void insert_check(db::Tx& tx, std::string_view id, scheduling::BookingId booking, scheduling::Party side,
                  scheduling::EquipmentOnRecord const& check) {
  auto const relay = check.relay.value_or(scheduling::RelayTrialOnRecord{});
  auto const reached = check.relay ? std::optional<std::int64_t>(relay.reached ? 1 : 0) : std::nullopt;
  tx.execute(insert_equipment, id, booking, static_cast<int>(side), check.camera, check.microphone, check.speaker,
             check.bandwidth_kbps, check.passed, check.checked_at, reached, relay.kbps, relay.lost_permille,
             relay.round_trip_ms);
}

std::int64_t checks_since(db::Tx& tx, scheduling::BookingId booking, scheduling::Party side, Instant since) {
  return tx
      .one(
          count_equipment, [](db::Row const& row) { return row.integer(0); }, booking, static_cast<int>(side), since)
      .value_or(0);
}

std::optional<scheduling::EquipmentOnRecord> last_check(db::Tx& tx, scheduling::BookingId booking,
                                                        scheduling::Party side) {
  return tx.one(
      last_equipment,
      [](db::Row const& row) {
        scheduling::EquipmentOnRecord check{row.flag(0),          row.flag(1), row.flag(2),
                                            row.maybe_integer(3), row.flag(4), row.instant(5)};
        if (auto const reached = row.maybe_integer(6)) {
          check.relay = {*reached != 0, row.maybe_integer(7), row.maybe_integer(8), row.maybe_integer(9)};
        }
        return check;
      },
      booking, static_cast<int>(side));
}

}  // namespace kelisim::sessions::store
