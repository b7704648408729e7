#pragma once

#include "http/request.h"

#include <string>
#include <vector>

namespace kelisim::http {

/// Whether a browser says that another site made this request (ASVS 3.5.1, 4.4.2). Without Origin and Sec-Fetch-Site
/// it was no browser of today, and a foreign page cannot leave them out. `allowed` are whole origins beside our own
/// host.
[[nodiscard]] bool comes_from_elsewhere(Request const& request, std::vector<std::string> const& allowed);

}  // namespace kelisim::http
