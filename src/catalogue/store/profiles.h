#pragma once

#include "catalogue/specialist.h"

namespace kelisim::catalogue::store {

/// False when there is a profile of this person already.
bool insert_profile(db::Tx& tx, Profile const& profile, Instant now);
void replace_words(db::Tx& tx, Profile const& profile);

struct ProfileFilter {
  std::optional<std::string> topic = std::nullopt;
  std::optional<std::string> language = std::nullopt;
  bool published_only = true;
  std::optional<PersonId> after = std::nullopt;  ///< the last of the page before
  int limit = 50;
};
/// In order of id.
[[nodiscard]] std::vector<PersonId> list_profiles(db::Tx& tx, ProfileFilter const& filter);

}  // namespace kelisim::catalogue::store
