#pragma once

#include <string_view>

namespace kelisim {

/// Whether a reader of this UTF-8 would see anything: a letter, a figure, a sign. Spaces, controls and characters
/// without a shape (zero-width, fillers, the blank of Braille) show nothing, nor do broken bytes.
[[nodiscard]] bool says_something(std::string_view text);

}  // namespace kelisim
