#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

/// Hides what the server keeps to repeat an answer: a stored body is personal data at rest. Thread-safe.
class BodySealer {
 public:
  using Bytes = std::vector<std::uint8_t>;

  BodySealer() = default;
  BodySealer(BodySealer const&) = delete;
  BodySealer& operator=(BodySealer const&) = delete;
  virtual ~BodySealer() = default;

  /// `bound_to` must be the same when it is opened.
  [[nodiscard]] virtual Bytes seal(std::string_view plain, std::string_view bound_to) const = 0;
  /// Nothing when key, text or binding are not those of seal().
  [[nodiscard]] virtual std::optional<std::string> open(std::span<std::uint8_t const> sealed,
                                                        std::string_view bound_to) const = 0;
  /// A keyed hash, 32 bytes: the same for the same text, and nothing to guess from without the key.
  [[nodiscard]] virtual Bytes fingerprint(std::string_view text) const = 0;
};

/// XChaCha20-Poly1305 and BLAKE2b of libsodium under one 32-byte key, which outlives the process and stands outside
/// the database.
class KeyedSealer final : public BodySealer {
 public:
  explicit KeyedSealer(std::span<std::uint8_t const, 32> key);
  /// A key of this process only: what it sealed cannot be opened after a restart. For tests.
  [[nodiscard]] static std::unique_ptr<KeyedSealer> with_passing_key();
  ~KeyedSealer() override;

  [[nodiscard]] Bytes seal(std::string_view plain, std::string_view bound_to) const override;
  [[nodiscard]] std::optional<std::string> open(std::span<std::uint8_t const> sealed,
                                                std::string_view bound_to) const override;
  [[nodiscard]] Bytes fingerprint(std::string_view text) const override;

 private:
  std::array<std::uint8_t, 32> key_{};
};

}  // namespace kelisim::http
