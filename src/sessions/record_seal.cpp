#include "sessions/record_seal.h"

#include "kernel/ensure.h"

#include <sodium.h>

#include <vector>

namespace kelisim::sessions {
namespace {

constexpr int url_safe = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string to_text(std::span<std::uint8_t const> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), url_safe), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), url_safe);
  text.resize(text.size() - 1);  // its closing zero
  return text;
}

/// Empty where the text is not of exactly `size` bytes.
std::vector<std::uint8_t> from_text(std::string_view text, std::size_t size) {
  std::vector<std::uint8_t> bytes(size);
  std::size_t written = 0;
  auto const failed =
      sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &written, nullptr, url_safe);
  return failed == 0 && written == size ? bytes : std::vector<std::uint8_t>{};
}

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

}  // namespace

RecordSeal::RecordSeal(std::span<std::uint8_t const, 32> seed) {
  static_assert(crypto_sign_SEEDBYTES == 32 && crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64);
  ENSURE(crypto_sign_seed_keypair(public_key_.data(), secret_key_.data(), seed.data()) == 0);
}

RecordSeal::~RecordSeal() { sodium_memzero(secret_key_.data(), secret_key_.size()); }

std::string RecordSeal::sign(std::string_view text) const {
  std::array<std::uint8_t, crypto_sign_BYTES> signature{};
  ENSURE(crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), secret_key_.data()) == 0);
  return to_text(signature);
}

std::string RecordSeal::public_key() const { return to_text(public_key_); }

bool is_sealed(std::string_view text, std::string_view signature, std::string_view public_key) {
  auto const signed_by = from_text(public_key, crypto_sign_PUBLICKEYBYTES);
  auto const seal = from_text(signature, crypto_sign_BYTES);
  if (signed_by.empty() || seal.empty()) return false;
  return crypto_sign_verify_detached(seal.data(), bytes_of(text), text.size(), signed_by.data()) == 0;
}

}  // namespace kelisim::sessions
