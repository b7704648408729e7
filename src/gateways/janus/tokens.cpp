#include "janus/tokens.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace kelisim::gateways::janus {
namespace {

std::string mac(EVP_MD const* hash, std::string_view secret, std::string_view text) {
  std::string bytes(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  auto const* const made =
      HMAC(hash, secret.data(), static_cast<int>(secret.size()), reinterpret_cast<unsigned char const*>(text.data()),
           text.size(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
  ENSURE(made != nullptr);
  bytes.resize(size);
  return bytes;
}

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3), '\0');
  auto const size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  ENSURE(static_cast<std::size_t>(size) == text.size());
  return text;
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (char const byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

std::string signed_token(std::string_view secret, std::string_view realm, std::span<std::string const> descriptors,
                         Instant until) {
  auto text = fmt::format("{},{}", until.micros / 1'000'000, realm);
  for (auto const& one : descriptors) text += "," + one;
  auto const signature = base64(mac(EVP_sha1(), secret, text));
  return text + ":" + signature;
}

std::string rooms_key(std::string_view secret) { return hex(mac(EVP_sha256(), secret, "rooms")); }

std::string room_key(std::string_view secret, std::string_view room) {
  return hex(mac(EVP_sha256(), secret, fmt::format("room|{}", room)));
}

}  // namespace kelisim::gateways::janus
