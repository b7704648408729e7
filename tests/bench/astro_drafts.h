#pragma once

#include "table.h"

namespace kelisim::bench {

/// The draft of each service of the brand astars, from birth data to canonical JSON, on one core.
void bench_drafts(Table& table);

}  // namespace kelisim::bench
