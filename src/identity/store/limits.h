#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>

namespace kelisim::identity::store {

/// One more use of the bucket in the window that begins at `window_at`; returns the uses so far, this one included.
[[nodiscard]] std::int64_t count_use(db::Tx& tx, db::Bytes const& bucket, Instant window_at);
void sweep_throttles(db::Tx& tx, Instant before);

[[nodiscard]] std::int64_t sms_sent_on(db::Tx& tx, CivilDate day);
/// False, and nothing counted, when `most` were sent on that day.
[[nodiscard]] bool count_sms(db::Tx& tx, CivilDate day, std::int64_t most);

}  // namespace kelisim::identity::store
