#pragma once

#include <string>
#include <string_view>

namespace kelisim::astro {

/// BLAKE2b-256, hex.
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace kelisim::astro
