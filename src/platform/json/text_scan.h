#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kelisim::json {

/// One code point at the start of `text`, or length 0 where it is no valid UTF-8 (overlong, surrogate, cut off).
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};
[[nodiscard]] CodePoint first_code_point(std::string_view text);

}  // namespace kelisim::json
