#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kelisim {

/// Decimal digits only (no sign, no space), at most 18 of them.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (char const letter : text) {
    if (letter < '0' || letter > '9') return std::nullopt;
    value = value * 10 + (letter - '0');
  }
  return value;
}

}  // namespace kelisim
