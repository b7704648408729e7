#pragma once

#include "terms/brand.h"

#include <string_view>
#include <vector>

namespace kelisim::crisis {

/// The emergency contacts of the brand in its order, those of `country` (ISO 3166; may be empty) before the others.
[[nodiscard]] std::vector<terms::EmergencyContact> contacts_for(terms::Brand const& brand, std::string_view country);

}  // namespace kelisim::crisis
