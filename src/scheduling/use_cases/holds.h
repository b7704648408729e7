#pragma once

#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

/// HAR-3.2b: the holds of the specialist around `window` that were over at `now` free their time. Done in the
/// transaction that wants the time, so that no sweeper decides who gets a slot.
void expire_holds_around(db::Tx& tx, Parts const& parts, PersonId specialist, Interval window, Instant now);

/// The same for everybody, at most `limit`. Returns how many ended.
int expire_holds(db::Tx& tx, Parts const& parts, Instant now, int limit);

/// The client lets a held slot go. A payment that comes all the same goes back.
void release_hold(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now);

}  // namespace kelisim::scheduling
