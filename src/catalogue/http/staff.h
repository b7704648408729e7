#pragma once

#include "catalogue/catalogue.h"

namespace kelisim::catalogue {

void add_staff_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::catalogue
