#pragma once

#include "ledger/ledger.h"

#include <span>

namespace kelisim::ledger {

/// Two to sixteen postings, none zero, at most one per account, a sum of zero in every currency that occurs.
[[nodiscard]] bool is_balanced(std::span<Posting const> postings);

}  // namespace kelisim::ledger
