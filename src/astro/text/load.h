#pragma once

#include "astro/content.h"
#include "services/rules.h"
#include "text/deny.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kelisim::astro {

/// Every file under `brand/astro`, read as far as it can be; what is wrong is told in `problems`.
struct LoadedContent {
  Rules rules;
  std::map<std::string, Fragments, std::less<>> fragments;  ///< by language
  std::map<std::string, DenyList, std::less<>> deny;        ///< by language
};
[[nodiscard]] LoadedContent load_content(std::filesystem::path const& brand, std::vector<Problem>& problems);

}  // namespace kelisim::astro
