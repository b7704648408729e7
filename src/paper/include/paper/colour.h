#pragma once

#include <cstdint>

namespace kelisim::paper {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend constexpr bool operator==(Colour, Colour) = default;
};

/// Written as on the web: 0xRRGGBB.
constexpr Colour colour(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

/// Of a printed page. Every pair of text and paper has a contrast of at least 4.5 to 1.
inline constexpr Colour white = colour(0xffffff);
inline constexpr Colour ink = colour(0x23262d);
inline constexpr Colour muted = colour(0x646a74);
inline constexpr Colour hairline = colour(0xcfcac0);

}  // namespace kelisim::paper
