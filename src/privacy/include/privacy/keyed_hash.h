#pragma once

#include "platform/db/value.h"
#include "privacy/keys.h"

#include <span>
#include <string_view>

namespace kelisim::privacy {

/// BLAKE2b-256 under a key: finds a value again without keeping it.
[[nodiscard]] db::Bytes keyed_hash(KeyView key, std::string_view text);

/// In a time that does not depend on where they differ.
[[nodiscard]] bool equal_hashes(std::span<std::uint8_t const> a, std::span<std::uint8_t const> b);

}  // namespace kelisim::privacy
