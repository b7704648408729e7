#pragma once

#include "claims/rules/go_to_court.h"
#include "use_cases/cases.h"

#include <string_view>

namespace kelisim::claims {

/// Marks a dispute as going to court, with the note that closes the talk about it; the client is told and reads the
/// note. What was decided stays, and the case stays open for writing where it was.
[[nodiscard]] Result<void, CourtRefused> go_to_court(db::Tx& tx, Parts const& parts, Case const& about,
                                                     std::string_view note, PersonId by, Instant now);

/// As go_to_court() would judge it, were a note written.
[[nodiscard]] bool may_be_marked(db::Tx& tx, Case const& about);

}  // namespace kelisim::claims
