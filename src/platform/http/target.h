#pragma once

#include "platform/http/call.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

/// A request target in origin form (`/v1/bookings?x=1`), decoded once.
struct Target {
  std::vector<std::string> segments;  ///< of the path; `/` has none
  Call::Fields query;
};

/// Nothing for what a well-behaved client does not send: another form, bytes outside printable ASCII, a broken
/// escape, invalid UTF-8 or control characters after decoding, empty or dot segments, over 32 or doubled query
/// parameters.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

}  // namespace kelisim::http
