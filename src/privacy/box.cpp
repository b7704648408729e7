#include "privacy/box.h"

#include "kernel/ensure.h"

#include <sodium.h>

namespace kelisim::privacy {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Box::overhead == 1 + nonce_bytes + tag_bytes);

unsigned char const* raw(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

}  // namespace

db::Bytes Box::seal(std::string_view bound, std::string_view plaintext) const {
  db::Bytes sealed(overhead + plaintext.size());
  sealed[0] = version;
  auto const nonce = std::span(sealed).subspan(1, nonce_bytes);
  random_.fill(nonce);
  auto const failed = crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + 1 + nonce_bytes, nullptr,
                                                                 raw(plaintext), plaintext.size(), raw(bound),
                                                                 bound.size(), nullptr, nonce.data(), key_.data());
  ENSURE(failed == 0);
  return sealed;
}

std::optional<std::string> Box::open(std::string_view bound, std::span<std::uint8_t const> sealed) const {
  if (sealed.size() < overhead || sealed[0] != version) return std::nullopt;
  auto const nonce = sealed.subspan(1, nonce_bytes);
  auto const body = sealed.subspan(1 + nonce_bytes);
  std::string plaintext(body.size() - tag_bytes, '\0');
  auto const failed = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plaintext.data()),
                                                                 nullptr, nullptr, body.data(), body.size(),
                                                                 raw(bound), bound.size(), nonce.data(), key_.data());
  if (failed != 0) return std::nullopt;
  return plaintext;
}

}  // namespace kelisim::privacy
