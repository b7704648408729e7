#pragma once

#include "ledger/ledger.h"

#include <cstdint>
#include <vector>

namespace kelisim::ledger {

/// The postings of one transaction, in order of account.
[[nodiscard]] std::vector<Posting> postings_of(db::Tx& tx, std::int64_t number);

}  // namespace kelisim::ledger
