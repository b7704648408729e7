#include "kernel/markup.h"

namespace kelisim {

std::string escaped(std::string_view text) {
  std::string safe;
  for (char const letter : text) {
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += letter;
    }
  }
  return safe;
}

}  // namespace kelisim
