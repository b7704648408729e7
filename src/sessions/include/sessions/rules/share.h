#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::sessions {

/// Why somebody does not show their screen in the room, in order of precedence. None stands in the offer.
enum class ShareRefusal : std::uint8_t {
  share_off = 1,     ///< the brand has no sharing of screens
  other_shares = 2,  ///< one screen at a time
};
BOOST_DESCRIBE_ENUM(ShareRefusal, share_off, other_shares)

struct ShareFacts {
  bool brand_allows;
  bool other_shares;
};
[[nodiscard]] std::optional<ShareRefusal> refuse_sharing(ShareFacts const& facts);

}  // namespace kelisim::sessions
