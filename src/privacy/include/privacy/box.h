#pragma once

#include "platform/db/value.h"
#include "platform/random.h"
#include "privacy/keys.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kelisim::privacy {

/// Authenticated encryption under one key: XChaCha20-Poly1305 (IETF) with a random nonce. `bound` is what the
/// ciphertext belongs to; it must be the same when opening.
class Box {
 public:
  static constexpr std::size_t overhead = 1 + 24 + 16;  ///< version byte, nonce, tag

  Box(KeyView key, Random& random) : key_(key), random_(random) {}

  [[nodiscard]] db::Bytes seal(std::string_view bound, std::string_view plaintext) const;
  /// Nothing when the value was changed, is bound to something else or was sealed with another key.
  [[nodiscard]] std::optional<std::string> open(std::string_view bound, std::span<std::uint8_t const> sealed) const;

 private:
  KeyView key_;  ///< borrowed
  Random& random_;
};

}  // namespace kelisim::privacy
