#include "scheduling/timeline.h"

#include "orders/timeline.h"
#include "store/bookings.h"
#include "store/cancellations.h"
#include "store/moves.h"
#include "terms/clauses.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <iterator>

namespace kelisim::scheduling {
namespace {

std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, Booking const& booking) {
  std::vector<terms::TimelineEntry> entries;
  auto const tell = [&](Instant at, std::string kind, std::string_view clause, std::string_view detail = {}) {
    entries.push_back({.at = at,
                       .kind = std::move(kind),
                       .subject = booking.id.str(),
                       .detail = std::string(detail),
                       .clause = terms::cited(clause, booking.terms_version)});
  };
  tell(booking.held_at, "scheduling.held", "HAR-3.2b");
  if (booking.confirmed_at) tell(*booking.confirmed_at, "scheduling.confirmed", "HAR-3.2a");
  for (auto const& move : store::moves_of(tx, booking.id))
    tell(move.asked_at, "scheduling.move", move.clause, boost::describe::enum_to_string(move.state, ""));
  if (auto const cancelled = store::standing_cancellation(tx, booking.id))
    tell(cancelled->received_at, "scheduling.cancelled", cancelled->clause,
         boost::describe::enum_to_string(cancelled->side, ""));
  if (booking.state == BookingState::finished) tell(booking.ends_at, "scheduling.finished", "HAR-3.3a");
  if (!booking.repeat_of) std::ranges::move(orders::timeline_of(tx, booking.order), std::back_inserter(entries));
  return entries;
}

}  // namespace

std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId client, int limit) {
  std::vector<terms::TimelineEntry> entries;
  for (auto const& booking : store::list_bookings(tx, {.client = client, .limit = limit}))
    std::ranges::move(timeline_of(tx, booking), std::back_inserter(entries));
  return entries;
}

}  // namespace kelisim::scheduling
