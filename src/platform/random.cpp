#include "platform/random.h"

#include "kernel/ensure.h"

#include <sodium.h>

#include <mutex>

namespace kelisim {

std::uint64_t Random::below(std::uint64_t bound) {
  ENSURE(bound > 0);
  // Draws under the remainder of 2^64 by the bound would favour small values: they are thrown away.
  auto const unfair = (0 - bound) % bound;
  while (true) {
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t drawn = 0;
    std::memcpy(&drawn, bytes.data(), bytes.size());
    if (drawn >= unfair) return drawn % bound;
  }
}

std::string Random::digits(int count) {
  ENSURE(count >= 1 && count <= 18);
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + below(10));
  return text;
}

std::string Random::token(std::size_t count) {
  std::vector<std::uint8_t> bytes(count);
  fill(bytes);
  constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(count, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the terminating zero
  return text;
}

SystemRandom::SystemRandom() { ENSURE(sodium_init() >= 0); }

void SystemRandom::fill(std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

struct SeededRandom::State {
  std::mutex mutex;
  std::array<std::uint8_t, crypto_stream_chacha20_KEYBYTES> key{};
  std::uint64_t draws = 0;
};

SeededRandom::SeededRandom(std::uint64_t seed) : state_(std::make_unique<State>()) {
  ENSURE(sodium_init() >= 0);
  std::memcpy(state_->key.data(), &seed, sizeof seed);
}

SeededRandom::~SeededRandom() = default;

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
  std::scoped_lock const lock(state_->mutex);
  std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> nonce{};
  std::memcpy(nonce.data(), &state_->draws, sizeof state_->draws);
  ++state_->draws;
  crypto_stream_chacha20(bytes.data(), bytes.size(), nonce.data(), state_->key.data());
}

}  // namespace kelisim
