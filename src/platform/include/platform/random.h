#pragma once

#include "kernel/id.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace kelisim {

/// The only source of chance. Implementations are thread-safe.
class Random {
 public:
  Random() = default;
  Random(Random const&) = delete;
  Random& operator=(Random const&) = delete;
  virtual ~Random() = default;

  virtual void fill(std::span<std::uint8_t> bytes) = 0;

  /// Uniform in [0, bound); bound > 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);
  /// `digits` decimal digits, leading zeros kept; 1 … 18.
  [[nodiscard]] std::string digits(int digits);
  /// base64url without padding of `bytes` random bytes: an unguessable token.
  [[nodiscard]] std::string token(std::size_t bytes = 32);
  template <class AnyId>
  [[nodiscard]] AnyId id(Instant at) {
    std::array<std::uint8_t, 10> chance{};
    fill(chance);
    return AnyId(IdText::make(at, chance));
  }
};

/// libsodium's generator.
class SystemRandom final : public Random {
 public:
  SystemRandom();
  void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed: for the simulator and tests, never for a server in production.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed);
  ~SeededRandom() override;
  void fill(std::span<std::uint8_t> bytes) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kelisim
