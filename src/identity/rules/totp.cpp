#include "rules/totp.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <utility>

namespace kelisim::identity {
namespace {

constexpr std::int64_t step_micros = 30'000'000;
constexpr std::uint32_t six_digits = 1'000'000;

std::string base32(std::span<std::uint8_t const> bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (auto const byte : bytes) {
    held = (held << 8U) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31U];
  }
  if (bits > 0) text += alphabet[(held << (5 - bits)) & 31U];
  return text;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (char const c : text) {
    auto const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    plain ? encoded += c : encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

std::int64_t totp_step(Instant at) { return at.micros / step_micros; }

std::string totp_code(std::span<std::uint8_t const> secret, std::int64_t step) {
  std::array<std::uint8_t, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) {
    counter[7 - i] = static_cast<std::uint8_t>((std::uint64_t(step) >> (8 * i)) & 0xff);
  }
  std::array<std::uint8_t, 20> mac{};
  unsigned int size = mac.size();
  auto const* const made = HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
                                counter.size(), mac.data(), &size);
  ENSURE(made != nullptr && size == mac.size());
  auto const at = std::size_t{mac[19] & 0x0fU};
  auto const number = (std::uint32_t{mac[at]} & 0x7fU) << 24U | std::uint32_t{mac[at + 1]} << 16U |
                      std::uint32_t{mac[at + 2]} << 8U | std::uint32_t{mac[at + 3]};
  return fmt::format("{:06}", number % six_digits);
}

std::optional<std::int64_t> matching_step(std::span<std::uint8_t const> secret, std::string_view code, Instant now,
                                          std::int64_t last_used) {
  std::optional<std::int64_t> found;
  for (auto const step : {totp_step(now) - 1, totp_step(now), totp_step(now) + 1}) {
    auto const right = totp_code(secret, step);
    auto const same = code.size() == right.size() && CRYPTO_memcmp(code.data(), right.data(), right.size()) == 0;
    if (same && step > last_used && !found) found = step;
  }
  return found;
}

std::string totp_uri(std::span<std::uint8_t const> secret, std::string_view issuer, std::string_view account) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", percent_encoded(issuer),
                     percent_encoded(account), base32(secret));
}

}  // namespace kelisim::identity
