#pragma once

#include "platform/db/tx.h"
#include "scheduling/booking.h"
#include "sessions/rules/attendance.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::sessions::store {

using StayId = Id<struct StayTag>;

struct NewStay {
  StayId id;
  scheduling::BookingId booking;
  scheduling::Party side;
  PersonId person;
  Instant joined_at;
};

/// Until the end of the transaction others who join the same session wait, so that what was counted stays so.
void lock_joins(db::Tx& tx, scheduling::BookingId booking);
void insert_stay(db::Tx& tx, NewStay const& stay);
/// Joins of the side at `since` or later.
[[nodiscard]] std::int64_t joins_since(db::Tx& tx, scheduling::BookingId booking, scheduling::Party side,
                                       Instant since);
/// Once: a stay that has ended stays as it is. `left_at` is never before the join.
void end_stay(db::Tx& tx, StayId stay, Instant left_at, std::string_view reason);
/// The server still hears this side.
void note_seen(db::Tx& tx, StayId stay, Instant at);
void end_stale_stays(db::Tx& tx);

/// In the order of the joins, those that did not end before the door opened: who waited for the time from which the
/// session was moved away has not joined it (HAR-3.9e).
[[nodiscard]] std::vector<Stay> stays_of(db::Tx& tx, scheduling::BookingId booking, Instant door_opens_at);

struct StayRow {
  scheduling::Party side;
  Instant joined_at;
  std::optional<Instant> left_at;
  std::optional<std::string> reason;
};
[[nodiscard]] std::vector<StayRow> record_of(db::Tx& tx, scheduling::BookingId booking);

struct ModeSwitch {
  scheduling::Party side;
  std::string mode;
  std::string cause;
  Instant at;
};
inline constexpr int switches_max = 200;
/// Of one side of a booking the first switches_max are kept; the browser says them, and may say them for ever.
void insert_switch(db::Tx& tx, std::string_view id, scheduling::BookingId booking, ModeSwitch const& made);
[[nodiscard]] std::vector<ModeSwitch> switches_of(db::Tx& tx, scheduling::BookingId booking);

}  // namespace kelisim::sessions::store
