#include "kernel/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <cstdint>

namespace kelisim {
namespace {

constexpr UChar32 braille_blank = 0x2800;  // a symbol to Unicode, a gap to the eye

/// A letter that is younger than our tables may well be one that the reader's device draws.
bool has_shape(UChar32 letter) {
  return u_isgraph(letter) != 0 || (u_charType(letter) == U_UNASSIGNED && !U_IS_UNICODE_NONCHAR(letter));
}

bool is_seen(UChar32 letter) {
  return has_shape(letter) && u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0 &&
         letter != braille_blank;
}

}  // namespace

bool says_something(std::string_view text) {
  auto const size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 letter = 0;
    U8_NEXT(text.data(), at, size, letter);
    if (letter >= 0 && is_seen(letter)) return true;
  }
  return false;
}

}  // namespace kelisim
