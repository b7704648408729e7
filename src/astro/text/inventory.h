#pragma once

#include "astro/findings.h"
#include "services/rules.h"

#include <set>

namespace kelisim::astro {

/// Every text that some rule, with these tables, can ask for.
[[nodiscard]] std::set<FragmentKey> required_keys(Rules const& rules);

/// A text that may stand in the files although no rule asks for it today: another rule of elections, another name in
/// the glossary of terms and headings.
[[nodiscard]] bool permitted(FragmentKey const& key);

}  // namespace kelisim::astro
