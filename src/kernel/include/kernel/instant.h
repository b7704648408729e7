#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim {

/// Elapsed time, in microseconds.
using Duration = std::chrono::microseconds;

/// A point on the time line: microseconds since 1970-01-01T00:00:00Z. It knows no zone (see zone.h).
struct Instant {
  std::int64_t micros = 0;

  friend constexpr auto operator<=>(Instant, Instant) = default;
  friend constexpr Instant operator+(Instant at, Duration by) { return {at.micros + by.count()}; }
  friend constexpr Instant operator-(Instant at, Duration by) { return {at.micros - by.count()}; }
  friend constexpr Duration operator-(Instant later, Instant earlier) {
    return Duration{later.micros - earlier.micros};
  }
};

/// RFC 3339 in UTC: `2026-12-11T15:00:00Z`, with six decimals of a second only where they are not zero.
[[nodiscard]] std::string to_rfc3339(Instant at);

/// Accepts RFC 3339 with `Z` or a numeric offset, years 1970 to 9999; anything else is nothing.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

}  // namespace kelisim
