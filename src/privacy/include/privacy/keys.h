#pragma once

#include "platform/random.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace kelisim::privacy {

using KeyView = std::span<std::uint8_t const, 32>;

/// 32 secret bytes, wiped when they go.
class SecretKey {
 public:
  SecretKey() = default;
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  ~SecretKey();

  [[nodiscard]] KeyView view() const noexcept { return bytes_; }
  [[nodiscard]] std::span<std::uint8_t, 32> writable() noexcept { return bytes_; }

 private:
  std::array<std::uint8_t, 32> bytes_{};
};

/// What a key derived from the server key is for. The numbers are part of the derivation: never changed, never
/// reused.
enum class KeyUse : std::uint8_t {
  wrap_person_keys = 1,
  hash_phones = 2,
  sign_previews = 3,
  seal_stored_answers = 4,  ///< bodies kept for repeats of an idempotency key
  chain_audit = 5,
  hash_codes = 6,
  hash_session_tokens = 7,
  hash_addresses = 8,
  sign_session_records = 9,
};
inline constexpr std::size_t key_use_count = 9;

/// The one secret that stands outside the database, and the keys derived from it (crypto_kdf of libsodium). Whoever
/// has the database without this file can read no sealed field and match no phone number.
class ServerKeys {
 public:
  /// Reads `<data>/keys/server.key`, or makes it (0600, its folder 0700) on the first start. A file of another
  /// length, or one that others may read, is a Fault.
  [[nodiscard]] static ServerKeys load_or_create(std::filesystem::path const& data, Random& random);
  /// From 32 given bytes: for tests and for a key that an outside store hands over.
  [[nodiscard]] static ServerKeys from_master(KeyView master);

  [[nodiscard]] KeyView key(KeyUse use) const noexcept;

 private:
  ServerKeys() = default;
  std::array<SecretKey, key_use_count> derived_;
};

}  // namespace kelisim::privacy
