#include "files/etag.h"

#include <sodium.h>

#include <array>

namespace kelisim::files {

std::string etag_of(std::string_view content) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(content.data()), content.size(),
                     nullptr, 0);
  std::array<char, hash.size() * 2 + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return '"' + std::string(text.data()) + '"';
}

}  // namespace kelisim::files
