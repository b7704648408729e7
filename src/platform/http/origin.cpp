#include "http/origin.h"

#include <algorithm>

namespace kelisim::http {

bool comes_from_elsewhere(Request const& request, std::vector<std::string> const& allowed) {
  auto const origin = request.header("origin");
  if (origin) {
    if (std::ranges::find(allowed, *origin) != allowed.end()) return false;
    auto const host = request.header("host");
    if (!host || host->empty()) return true;
    bool const own =
        same_word(*origin, "https://" + std::string(*host)) || same_word(*origin, "http://" + std::string(*host));
    if (!own) return true;
  }
  auto const site = request.header("sec-fetch-site");
  return site && *site != "same-origin" && *site != "none";
}

}  // namespace kelisim::http
