#include "json/text_scan.h"

namespace kelisim::json {

CodePoint first_code_point(std::string_view text) {
  if (text.empty()) return {};
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  auto const lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3F);
  }
  char32_t const least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
  bool const surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value < least || surrogate || value > 0x10FFFF ? CodePoint{} : CodePoint{value, length};
}

}  // namespace kelisim::json
