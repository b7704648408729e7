#include "text/hash.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sodium.h>

namespace kelisim::astro {

std::string content_hash(std::string_view bytes) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  ENSURE(crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                            bytes.size(), nullptr, 0) == 0);
  return fmt::format("{:02x}", fmt::join(hash, ""));
}

}  // namespace kelisim::astro
