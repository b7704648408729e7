#pragma once

#include <string>
#include <string_view>

namespace kelisim {

/// `text` as it stands between tags, or in an attribute between double quotes, of HTML and XML.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace kelisim
