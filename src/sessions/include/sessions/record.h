#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"
#include "scheduling/session_facts.h"
#include "sessions/rules/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions {

/// One stay in the room as the server saw it. `reason` is how it ended: left, lost, replaced, ended.
struct StayOnRecord {
  scheduling::Party who;
  Instant joined_at;
  std::optional<Instant> left_at;
  std::optional<std::string> reason;
};

/// Whose connection failed and for how long, as it stands in the signed record of the session.
struct ConnectionOnRecord {
  FailureSide side;
  std::int64_t service_seconds;
  std::int64_t specialist_seconds;
  std::int64_t client_seconds;
  std::int64_t disputed_seconds;  ///< one says that it received nothing, the other does not
};

/// Everything that is on record of one session, for those who judge it (HAR-3.10c). Nothing of what was said: no such
/// record exists.
struct SessionOnRecord {
  std::optional<Instant> ended_at;        ///< the actual end with its extension, once the session is closed
  std::optional<std::string> attendance;  ///< held, no_show_client, no_show_specialist, under_delivered
  std::vector<StayOnRecord> stays;
  std::optional<scheduling::EquipmentOnRecord> client_equipment;  ///< the last check before the session
  std::optional<scheduling::EquipmentOnRecord> specialist_equipment;
  std::optional<ConnectionOnRecord> connection;  ///< once the session is closed
};
[[nodiscard]] SessionOnRecord session_on_record(db::Tx& tx, scheduling::BookingId booking);

}  // namespace kelisim::sessions
