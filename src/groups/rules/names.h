#pragma once

#include <string_view>

namespace kelisim::groups {

/// Whether a reader could take one name for the other: the same but for case, spaces, accents and letters of other
/// alphabets that are drawn alike (UTS #39).
[[nodiscard]] bool look_alike(std::string_view one, std::string_view other);

}  // namespace kelisim::groups
