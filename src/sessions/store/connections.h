#pragma once

#include "platform/db/tx.h"
#include "scheduling/booking.h"
#include "sessions/rules/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions::store {

using HearingId = Id<struct HearingTag>;

inline constexpr int hearings_max = 400;  // both sides' together are fewer than a decision's facts can hold
/// Of one side of a booking the first hearings_max are kept. A span that is known already is lengthened.
void keep_hearing(db::Tx& tx, HearingId id, scheduling::BookingId booking, Hearing const& hearing);
[[nodiscard]] std::vector<Hearing> hearings_of(db::Tx& tx, scheduling::BookingId booking);

enum class RelaySaw : std::uint8_t { itself = 1, took = 2, gave = 3 };

struct RelaySpan {
  RelaySaw saw;
  std::optional<scheduling::Party> side;  ///< nothing of `itself`: the relay was telling
  Instant from;
  Instant until;
};
using RelaySpanId = Id<struct RelaySpanTag>;

inline constexpr int relay_spans_max = 200;
/// Of one booking, side and kind the first relay_spans_max are kept. A span that is known already is lengthened.
void keep_relay_span(db::Tx& tx, RelaySpanId id, scheduling::BookingId booking, RelaySpan const& span);
/// Nothing where the relay told of nothing in this booking.
[[nodiscard]] std::optional<RelayView> relay_view_of(db::Tx& tx, scheduling::BookingId booking);

/// Connections that broke off without a word, of the stays that did not end before the door opened.
[[nodiscard]] std::vector<Loss> losses_of(db::Tx& tx, scheduling::BookingId booking, Instant door_opens_at);

struct SealedRecord {
  std::string body;
  std::string signature;
  Instant signed_at;
};
/// Once: the record of a session stays as it is.
void insert_record(db::Tx& tx, scheduling::BookingId booking, SealedRecord const& record);
[[nodiscard]] std::optional<SealedRecord> record_of_session(db::Tx& tx, scheduling::BookingId booking);

}  // namespace kelisim::sessions::store
