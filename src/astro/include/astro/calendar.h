#pragma once

#include "astro/draft.h"

#include "kernel/instant.h"

#include <string>

namespace kelisim::astro {

/// The draft's dates as a calendar file (RFC 5545): moments and spans in UTC, whole days by the clock of the draft's
/// zone. Lines end with CR LF and are folded at 75 octets between letters. The UID of a date is made of the input and
/// the date's id, so that importing the file again replaces its dates; DTSTAMP is `made_at`.
[[nodiscard]] std::string calendar_ics(Draft const& draft, Instant made_at);

}  // namespace kelisim::astro
