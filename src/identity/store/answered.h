#pragma once

#include "kernel/id.h"
#include "platform/db/tx.h"

#include <vector>

namespace kelisim::identity::store {

/// Whose questionnaire is complete.
[[nodiscard]] std::vector<PersonId> who_answered(db::Tx& tx, int limit);

}  // namespace kelisim::identity::store
