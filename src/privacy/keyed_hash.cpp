#include "privacy/keyed_hash.h"

#include "kernel/ensure.h"

#include <sodium.h>

namespace kelisim::privacy {

db::Bytes keyed_hash(KeyView key, std::string_view text) {
  db::Bytes hash(crypto_generichash_BYTES);
  auto const failed =
      crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(),
                         key.data(), key.size());
  ENSURE(failed == 0);
  return hash;
}

bool equal_hashes(std::span<std::uint8_t const> a, std::span<std::uint8_t const> b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kelisim::privacy
