#pragma once

#include "astro/draft.h"

#include <boost/json/fwd.hpp>

namespace kelisim::astro {

[[nodiscard]] boost::json::value json_of(Draft const& draft);

}  // namespace kelisim::astro
