#include "platform/http/sealer.h"

#include "kernel/ensure.h"

#include <sodium.h>

namespace kelisim::http {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

}  // namespace

KeyedSealer::KeyedSealer(std::span<std::uint8_t const, 32> key) {
  ENSURE(sodium_init() >= 0);
  std::ranges::copy(key, key_.begin());
}

std::unique_ptr<KeyedSealer> KeyedSealer::with_passing_key() {
  ENSURE(sodium_init() >= 0);
  std::array<std::uint8_t, 32> key{};
  randombytes_buf(key.data(), key.size());
  auto made = std::make_unique<KeyedSealer>(key);
  sodium_memzero(key.data(), key.size());
  return made;
}

KeyedSealer::~KeyedSealer() { sodium_memzero(key_.data(), key_.size()); }

BodySealer::Bytes KeyedSealer::seal(std::string_view plain, std::string_view bound_to) const {
  Bytes sealed(nonce_bytes + plain.size() + tag_bytes);
  randombytes_buf(sealed.data(), nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_bytes, nullptr, bytes_of(plain), plain.size(),
                                             bytes_of(bound_to), bound_to.size(), nullptr, sealed.data(),
                                             key_.data());
  return sealed;
}

std::optional<std::string> KeyedSealer::open(std::span<std::uint8_t const> sealed, std::string_view bound_to) const {
  if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
  std::string plain(sealed.size() - nonce_bytes - tag_bytes, '\0');
  int const opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, sealed.data() + nonce_bytes,
      sealed.size() - nonce_bytes, bytes_of(bound_to), bound_to.size(), sealed.data(), key_.data());
  return opened == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

BodySealer::Bytes KeyedSealer::fingerprint(std::string_view text) const {
  Bytes hash(32);
  crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), key_.data(), key_.size());
  return hash;
}

}  // namespace kelisim::http
