#include "gateways/turn_relay.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace kelisim::gateways {
namespace {

constexpr Duration lifetime = std::chrono::minutes(10);  // I40
constexpr std::size_t id_letters = 22;                   // 132 bits of base64

using Mac = std::array<unsigned char, EVP_MAX_MD_SIZE>;

std::string base64(std::span<unsigned char const> bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3), '\0');
  auto const size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
  ENSURE(static_cast<std::size_t>(size) == text.size());
  return text;
}

std::string mac_of(EVP_MD const* hash, std::string_view secret, std::string_view text) {
  Mac mac{};
  unsigned int size = mac.size();
  auto const* const made = HMAC(hash, secret.data(), static_cast<int>(secret.size()),
                                reinterpret_cast<unsigned char const*>(text.data()), text.size(), mac.data(), &size);
  ENSURE(made != nullptr);
  return base64(std::span(mac).first(size));
}

std::string_view host_of(std::string_view url) {
  auto const rest = url.substr(url.find(':') + 1);
  if (rest.starts_with('[')) return rest.substr(1, rest.find(']') - 1);
  return rest.substr(0, rest.find_first_of(":?"));
}

void check(std::string_view url, bool loopback_allowed) {
  auto const host = host_of(url);
  if (!(url.starts_with("turn:") || url.starts_with("turns:")) || host.empty()) {
    throw Fault(Fault::Retry::no, fmt::format("'{}' is no address of a relay", url));
  }
  auto const loopback = host == "localhost" || host.starts_with("127.") || host == "::1";
  if (loopback && !loopback_allowed) {
    throw Fault(Fault::Retry::no, fmt::format("'{}' is reached from this machine alone", url));
  }
}

}  // namespace

std::vector<std::string> read_relay_urls(std::string_view text, bool loopback_allowed) {
  std::vector<std::string> urls;
  while (true) {
    auto const end = text.find(',');
    urls.emplace_back(text.substr(0, end));
    check(urls.back(), loopback_allowed);
    if (end == std::string_view::npos) return urls;
    text.remove_prefix(end + 1);
  }
}

sessions::RelayAccess TurnRelay::admit(std::string_view booking, PersonId person) {
  auto id = mac_of(EVP_sha256(), settings_.secret, fmt::format("id|{}|{}", booking, person.view()));
  id.resize(id_letters);
  std::ranges::replace(id, '+', '-');
  std::ranges::replace(id, '/', '_');
  auto const ends = std::chrono::duration_cast<std::chrono::seconds>(Duration(clock_.now().micros) + lifetime);
  auto username = fmt::format("{}:{}", ends.count(), id);
  auto credential = mac_of(EVP_sha1(), settings_.secret, username);
  return {settings_.urls, std::move(username), std::move(credential), std::move(id)};
}

}  // namespace kelisim::gateways
