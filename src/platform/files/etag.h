#pragma once

#include <string>
#include <string_view>

namespace kelisim::files {

/// A strong validator of the content, in its quotes. libsodium has been initialised.
[[nodiscard]] std::string etag_of(std::string_view content);

}  // namespace kelisim::files
