#pragma once

#include "astro/facts.h"

#include <compare>
#include <string>
#include <utility>
#include <vector>

namespace kelisim::astro {

/// Where a text stands: `fragments/<language>/<group>.toml`, table `[subject]`, `key = "…"`.
struct FragmentKey {
  std::string group;
  std::string subject;
  std::string key;
  friend auto operator<=>(FragmentKey const&, FragmentKey const&) = default;
};

/// `group/subject.key`.
[[nodiscard]] std::string to_string(FragmentKey const& key);

/// What a rule concludes from facts, and which text says it.
struct Finding {
  std::string id;                  ///< unique in a draft: `planet_in_sign.sun.taurus`
  std::string rule;                ///< of the rule table
  std::vector<std::string> facts;  ///< ids, never empty
  std::string theme;               ///< one of the twelve, or the service's own
  double weight = 0;
  Robustness robust = time_independent;
  FragmentKey fragment;
  std::vector<std::pair<std::string, std::string>> params = {};  ///< what stands for `{name}` in the text
};

}  // namespace kelisim::astro
