#pragma once

#include "services/election/windows.h"

#include <string>
#include <vector>

namespace kelisim::astro {

/// Rules of the event that hold in a window and speak for it (weight over 0) or against it, the weightiest first.
[[nodiscard]] std::vector<ElectionRule> reasons(EventRules const& event, ElectionMarks marks, bool in_favour);

/// The rule as it stands in this window, in the glossary's words: `Луна · тригон · Юпитер`. Empty when the glossary
/// has no word for it.
[[nodiscard]] std::string short_reason(Writer const& writer, ElectionSky const& sky, ElectionWindow const& window,
                                       ElectionRule rule);

}  // namespace kelisim::astro
