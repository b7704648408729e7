#pragma once

#include "terms/brand.h"

#include <string>
#include <string_view>

namespace kelisim::crisis {

/// The emergency contacts as plain HTML in every language of the brand, `language` first, and in each the contacts of
/// `country` first. It needs no script and reads nothing of a person, so a browser may keep it.
[[nodiscard]] std::string urgent_page(terms::Brand const& brand, std::string_view language, std::string_view country);

}  // namespace kelisim::crisis
