#pragma once

#include "platform/http/access.h"

#include <string_view>

namespace kelisim::identity::store {

/// `client`, `specialist`, `support`, `finance`, `administrator`: as in columns and answers.
[[nodiscard]] std::string_view role_text(Role role);
[[nodiscard]] Role parse_role(std::string_view text);

}  // namespace kelisim::identity::store
