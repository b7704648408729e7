#pragma once

#include "claims/claims.h"
#include "platform/json/described.h"
#include "scheduling/booking.h"
#include "sessions/record.h"

#include <optional>
#include <string>
#include <vector>

/// What the system attaches to a case by itself.
namespace kelisim::claims {

struct StayView {
  scheduling::Party who;
  Instant joined_at;
  std::optional<Instant> left_at;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(StayView, (), (who, joined_at, left_at, reason))

struct EquipmentView {
  bool passed;
  std::optional<std::int64_t> bandwidth_kbps;
  Instant checked_at;
};
BOOST_DESCRIBE_STRUCT(EquipmentView, (), (passed, bandwidth_kbps, checked_at))

/// Whose connection failed and for how long, by the signed record (HAR-4.2.13b).
struct ConnectionView {
  sessions::FailureSide side;
  std::int64_t service_seconds;
  std::int64_t specialist_seconds;
  std::int64_t client_seconds;
  std::int64_t disputed_seconds;
};
BOOST_DESCRIBE_STRUCT(ConnectionView, (),
                      (side, service_seconds, specialist_seconds, client_seconds, disputed_seconds))

/// HAR-3.10c: what the system attaches by itself.
struct SessionView {
  Instant starts_at;
  Instant ends_at;
  std::optional<Instant> ended_at;
  std::optional<std::string> attendance;
  std::vector<StayView> stays;
  std::optional<EquipmentView> client_equipment;
  std::optional<EquipmentView> specialist_equipment;
  std::optional<ConnectionView> connection;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (starts_at, ends_at, ended_at, attendance, stays, client_equipment, specialist_equipment,
                       connection))

struct LedgerLine {
  std::string kind;
  Instant at;
  Money amount;
  std::optional<std::string> clause;
};
BOOST_DESCRIBE_STRUCT(LedgerLine, (), (kind, at, amount, clause))

[[nodiscard]] SessionView session_of(db::Tx& tx, scheduling::Booking const& booking);
/// What each transaction of the order moved, as the sum of its debits.
[[nodiscard]] std::vector<LedgerLine> money_of(db::Tx& tx, scheduling::Booking const& booking, Currency currency);

}  // namespace kelisim::claims
