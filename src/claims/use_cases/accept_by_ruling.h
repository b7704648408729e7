#pragma once

#include "claims/claims.h"
#include "sessions/record.h"

namespace kelisim::claims {

/// A claim was found unfounded: the services count as accepted as of now, and what was prepaid is earned (HAR-3.10f,
/// HAR-3.10e). A session that nobody held, or that fell short by the record, is not accepted by it. Twice earns once.
void accept_by_ruling(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                      sessions::SessionOnRecord const& record, Instant now);

}  // namespace kelisim::claims
