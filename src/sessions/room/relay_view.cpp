#include "room/relay_view.h"

#include <algorithm>

namespace kelisim::sessions {
namespace {

constexpr std::size_t places_max = 100;  // of one room: above it a new place is not followed
/// Of one way. Sound alone is 50 a second, in long frames 16; a place that only keeps itself open has fewer than
/// five.
constexpr std::int64_t carries_from_packets_a_second = 10;
constexpr Duration goes_on_within = std::chrono::seconds(3);

}  // namespace

std::vector<KeptSpan> RoomRelayView::heard(scheduling::Party side, RelayReport const& report, std::int64_t tick,
                                           Duration tick_period, Instant now, Random& random) {
  auto const known = told_at_.find(report.place);
  if (known == told_at_.end()) {
    if (told_at_.size() < places_max) told_at_.emplace(report.place, tick);
    return {};
  }
  auto const ticks = std::max<std::int64_t>(1, tick - std::exchange(known->second, tick));
  if (report.begins) return {};
  auto const lasting = tick_period * ticks;
  auto const carried = [&](std::int64_t packets) {
    return packets * std::chrono::microseconds(std::chrono::seconds(1)).count() >=
           carries_from_packets_a_second * lasting.count();
  };
  std::vector<KeptSpan> kept;
  if (carried(report.packets_taken)) kept.push_back(grown({store::RelaySaw::took, side, now - lasting, now}, random));
  if (carried(report.packets_given)) kept.push_back(grown({store::RelaySaw::gave, side, now - lasting, now}, random));
  return kept;
}

KeptSpan RoomRelayView::watched(Duration lasting, Instant now, Random& random) {
  return grown({store::RelaySaw::itself, std::nullopt, now - lasting, now}, random);
}

KeptSpan RoomRelayView::grown(store::RelaySpan const& span, Random& random) {
  auto const key = std::pair(span.saw, span.side ? static_cast<int>(*span.side) : 0);
  auto const last = last_.find(key);
  if (last != last_.end()) {
    auto& known = last->second.span;
    // A clock that was moved begins a new span.
    if (span.until >= known.until && span.from >= known.from && span.from <= known.until + goes_on_within) {
      known.until = span.until;
      return last->second;
    }
  }
  KeptSpan made{random.id<store::RelaySpanId>(span.until), span};
  last_.insert_or_assign(key, made);
  return made;
}

}  // namespace kelisim::sessions
