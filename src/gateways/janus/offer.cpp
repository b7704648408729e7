#include "janus/offer.h"

#include <algorithm>

namespace kelisim::gateways::janus {

bool offers_one_of_each(std::string_view sdp) {
  int sounds = 0;
  int pictures = 0;
  while (!sdp.empty()) {
    auto const line = sdp.substr(0, sdp.find_first_of("\r\n"));
    sdp.remove_prefix(std::min(sdp.size(), line.size() + 1));
    if (!line.starts_with("m=")) continue;
    if (line.starts_with("m=audio ")) {
      ++sounds;
    } else if (line.starts_with("m=video ")) {
      ++pictures;
    } else {
      return false;
    }
  }
  return sounds <= 1 && pictures <= 1 && sounds + pictures > 0;
}

}  // namespace kelisim::gateways::janus
