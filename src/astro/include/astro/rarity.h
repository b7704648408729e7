#pragma once

#include "astro/content.h"
#include "astro/ephemeris.h"

#include <map>
#include <string>

namespace kelisim::astro {

/// In how many of so many random charts each finding of natal_base stands: births from 1940 to 2010, from 35 to 60
/// degrees north, spread evenly. The same seed counts the same.
[[nodiscard]] std::map<std::string, int> count_findings(Ephemeris& ephemeris, Content const& content, int charts,
                                                        int seed);

}  // namespace kelisim::astro
