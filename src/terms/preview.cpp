#include "terms/preview.h"

#include "kernel/ensure.h"

#include <sodium.h>

#include <span>
#include <vector>

namespace kelisim::terms {
namespace {

static_assert(crypto_auth_KEYBYTES == 32 && crypto_auth_BYTES == 32);

using Hash = std::array<std::uint8_t, 32>;

// A token is base64url of: version 1 | decided_at 8 | expires_at 8 | hash of the binding 32 | hash of the outcome 32
// | authenticator 32. Whole numbers are big-endian.
constexpr std::uint8_t version = 1;
constexpr std::size_t binding_at = 17;
constexpr std::size_t outcome_at = binding_at + 32;
constexpr std::size_t signed_bytes = outcome_at + 32;
constexpr std::size_t token_bytes = signed_bytes + crypto_auth_BYTES;
using Bytes = std::array<std::uint8_t, token_bytes>;

Hash hash_of(std::string_view text) {
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(),
                     nullptr, 0);
  return hash;
}

std::string hex(std::span<std::uint8_t const> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

/// Lengths stand before the parts, so that no two bindings share a text.
Hash binding_of(std::string_view kind, std::string_view subject, PersonId const& person) {
  std::string text;
  for (auto const part : {kind, subject, person.view()}) {
    text += std::to_string(part.size()) + ':';
    text += part;
  }
  return hash_of(text);
}

void put(Bytes& bytes, std::size_t at, Instant instant) {
  auto const value = static_cast<std::uint64_t>(instant.micros);
  for (std::size_t i = 0; i < 8; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
}

Instant get(Bytes const& bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8 | bytes[at + i];
  return {static_cast<std::int64_t>(value)};
}

std::optional<Bytes> decode(std::string_view token) {
  Bytes bytes{};
  std::size_t length = 0;
  auto const failed = sodium_base642bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr, &length,
                                        nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0;
  if (failed || length != bytes.size() || bytes[0] != version) return std::nullopt;
  return bytes;
}

}  // namespace

std::string PreviewSigner::sign(PreviewPromise const& promise) const {
  Bytes bytes{};
  bytes[0] = version;
  put(bytes, 1, promise.decided_at);
  put(bytes, 9, expires_at(promise.decided_at));
  std::ranges::copy(binding_of(promise.kind, promise.subject, promise.person), bytes.begin() + binding_at);
  std::ranges::copy(hash_of(promise.outcome), bytes.begin() + outcome_at);
  crypto_auth(bytes.data() + signed_bytes, bytes.data(), signed_bytes, key_.data());
  std::string token(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  token.pop_back();
  return token;
}

Result<HonouredPreview, PreviewRefusal> PreviewSigner::verify(std::string_view token, std::string_view kind,
                                                              std::string_view subject, PersonId const& person,
                                                              Instant now) const {
  auto const bytes = decode(token);
  if (!bytes) return Failure(PreviewRefusal::malformed);
  if (crypto_auth_verify(bytes->data() + signed_bytes, bytes->data(), signed_bytes, key_.data()) != 0) {
    return Failure(PreviewRefusal::forged);
  }
  auto const binding = binding_of(kind, subject, person);
  if (!std::ranges::equal(binding, std::span(*bytes).subspan(binding_at, binding.size()))) {
    return Failure(PreviewRefusal::other_purpose);
  }
  if (now > get(*bytes, 9)) return Failure(PreviewRefusal::expired);
  return HonouredPreview{.decided_at = get(*bytes, 1),
                         .outcome_hash = hex(std::span(*bytes).subspan(outcome_at, 32))};
}

bool HonouredPreview::promises(std::string_view outcome) const { return outcome_hash == hex(hash_of(outcome)); }

}  // namespace kelisim::terms
