#include "sessions/rules/share.h"

namespace kelisim::sessions {

std::optional<ShareRefusal> refuse_sharing(ShareFacts const& facts) {
  if (!facts.brand_allows) return ShareRefusal::share_off;
  if (facts.other_shares) return ShareRefusal::other_shares;
  return std::nullopt;
}

}  // namespace kelisim::sessions
