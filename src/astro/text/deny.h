#pragma once

#include "astro/content.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

class TomlTable;

/// What no document says: medical, legal, investment, death and fate, as `deny/<language>.toml` lists it.
class DenyList {
 public:
  [[nodiscard]] static DenyList load(std::filesystem::path const& file, std::vector<Problem>& problems);
  /// The places of a text that the list forbids, as they stand there. An entry's words fire side by side, each where
  /// a word begins with it, whatever the case of letters.
  [[nodiscard]] std::vector<std::string> hits(std::string_view text) const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  std::vector<std::vector<std::string>> entries_;  ///< stems, small letters
};

}  // namespace kelisim::astro
