#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <optional>

namespace kelisim::sandbox::store {

[[nodiscard]] std::optional<Duration> load_ahead(db::Tx& tx);
void save_ahead(db::Tx& tx, Duration ahead);

}  // namespace kelisim::sandbox::store
