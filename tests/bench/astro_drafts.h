#pragma once

#include "table.h"

namespace kelisim::bench {

/// What an astrologer waits for, on one core: the draft of each service of the brand astars from birth data to
/// canonical JSON beside the aim of 300 ms, its document beside 500 ms, the wheel, and a name found in the atlas.
void bench_drafts(Table& table);

}  // namespace kelisim::bench
