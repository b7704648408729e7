#include "kernel/id.h"

namespace kelisim {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's base 32: no I, L, O, U

}  // namespace

IdText IdText::make(Instant at, std::array<std::uint8_t, 10> const& chance) {
  IdText id;
  auto millis = static_cast<std::uint64_t>(at.micros < 0 ? 0 : at.micros / 1000);
  for (std::size_t i = 10; i-- > 0; millis >>= 5) id.letters_[i] = alphabet[millis & 31];
  // 80 bits of chance are sixteen letters of five bits.
  for (std::size_t letter = 0; letter < 16; ++letter) {
    auto const bit = letter * 5;
    auto const low = chance[bit / 8];
    auto const high = bit / 8 + 1 < chance.size() ? chance[bit / 8 + 1] : std::uint8_t{0};
    auto const window = static_cast<unsigned>(low << 8 | high);
    id.letters_[10 + letter] = alphabet[window >> (11 - bit % 8) & 31];
  }
  return id;
}

std::optional<IdText> IdText::parse(std::string_view text) {
  IdText id;
  if (text.size() != id.letters_.size() || text.find_first_not_of(alphabet) != std::string_view::npos) {
    return std::nullopt;
  }
  text.copy(id.letters_.data(), text.size());
  return id;
}

}  // namespace kelisim
