#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <cstdint>
#include <optional>
#include <string>

namespace kelisim::scheduling {

/// How a session came out, for the two of the booking.
struct SessionOutcome {
  std::string kind;    ///< held, no_show_client, no_show_specialist, under_delivered
  std::string clause;  ///< id of the ledger row
};

/// A call of the person's browser with itself through the relay. Nothing measured where it was not reached.
struct RelayTrialOnRecord {
  bool reached;
  std::optional<std::int64_t> kbps;
  std::optional<std::int64_t> lost_permille;
  std::optional<std::int64_t> round_trip_ms;
};

/// The last check of the person's equipment before this session.
struct EquipmentOnRecord {
  bool camera;
  bool microphone;
  bool speaker;
  std::optional<std::int64_t> bandwidth_kbps;
  bool passed;
  Instant checked_at;
  std::optional<RelayTrialOnRecord> relay = {};  ///< nothing: media go directly, or it was not tried
};

/// What sessions knows about a booking and the booking's page shows.
struct SessionView {
  Instant room_opens_at;
  bool may_join;
  Instant ends_at;  ///< with what the specialist's lateness has added so far
  std::optional<SessionOutcome> outcome;
  std::optional<EquipmentOnRecord> equipment;  ///< of the asking side
};

/// Implemented by sessions.
class SessionFacts {
 public:
  SessionFacts() = default;
  SessionFacts(SessionFacts const&) = delete;
  SessionFacts& operator=(SessionFacts const&) = delete;
  virtual ~SessionFacts() = default;
  [[nodiscard]] virtual SessionView about(db::Tx& tx, Booking const& booking, Party side, Instant now) const = 0;
};

}  // namespace kelisim::scheduling
