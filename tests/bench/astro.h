#pragma once

#include "table.h"

namespace kelisim::bench {

/// Charts and searches of the sky on one core, each beside the raw calls of the library that it cannot do without.
void bench_astro(Table& table);

}  // namespace kelisim::bench
