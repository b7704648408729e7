#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kelisim::sessions {

/// Signs the records of sessions (Ed25519), so that either side can show later that it is the server's. Thread-safe.
class RecordSeal {
 public:
  /// The key pair is derived from 32 secret bytes: the same ones make the same pair.
  explicit RecordSeal(std::span<std::uint8_t const, 32> seed);
  ~RecordSeal();
  RecordSeal(RecordSeal const&) = delete;
  RecordSeal& operator=(RecordSeal const&) = delete;

  /// base64url without padding.
  [[nodiscard]] std::string sign(std::string_view text) const;
  [[nodiscard]] std::string public_key() const;

 private:
  std::array<std::uint8_t, 32> public_key_{};
  std::array<std::uint8_t, 64> secret_key_{};
};

/// Whether `signature` is of these bytes by the owner of this key; both as RecordSeal writes them.
[[nodiscard]] bool is_sealed(std::string_view text, std::string_view signature, std::string_view public_key);

}  // namespace kelisim::sessions
