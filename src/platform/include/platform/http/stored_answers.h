#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>

/// The answers kept for repeats of an Idempotency-Key. They are sealed with the server's key, not with a person's, so
/// an erasure must take them away by itself.
namespace kelisim::http {

/// Deletes every stored answer to the person; returns how many there were.
std::int64_t forget_answers_to(db::Tx& tx, PersonId const& person);

/// Deletes at most `max` older answers, the oldest first; a repeat of their keys runs anew. An answer that did
/// something for good, on a route that demands a key, is never among them: it lives as long as what it made. Returns
/// how many were deleted.
std::int64_t forget_answers_before(db::Tx& tx, Instant at, int max = 1000);

}  // namespace kelisim::http
