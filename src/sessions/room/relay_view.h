#pragma once

#include "platform/random.h"
#include "sessions/relay.h"
#include "store/connections.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kelisim::sessions {

/// A span that is to be kept: a new one, or a known one that has grown.
struct KeptSpan {
  store::RelaySpanId id;
  store::RelaySpan span;
};

/// Makes spans of one room's session out of what the relay says. Lengths come from real time, in ticks of the room;
/// the instants are the business's. Not thread-safe.
class RoomRelayView {
 public:
  /// What passed at a place of this side since it was last told of. A place whose beginning was not seen tells
  /// nothing the first time.
  [[nodiscard]] std::vector<KeptSpan> heard(scheduling::Party side, RelayReport const& report, std::int64_t tick,
                                            Duration tick_period, Instant now, Random& random);
  /// The relay has been telling for `lasting` until now.
  [[nodiscard]] KeptSpan watched(Duration lasting, Instant now, Random& random);

 private:
  [[nodiscard]] KeptSpan grown(store::RelaySpan const& span, Random& random);

  std::map<std::string, std::int64_t> told_at_;  ///< of each place: the tick at which it was last told of
  std::map<std::pair<store::RelaySaw, int>, KeptSpan> last_;
};

}  // namespace kelisim::sessions
