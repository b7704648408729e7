#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "statistics/rules/publish.h"

#include <map>
#include <optional>
#include <vector>

namespace kelisim::statistics::store {

struct Publication {
  std::int64_t number;  ///< from 1
  Instant published_at;
  std::map<Trait, std::vector<Group>> groups;
};

[[nodiscard]] std::optional<Publication> last_publication(db::Tx& tx);
/// False when that number is taken: somebody published meanwhile.
[[nodiscard]] bool insert_publication(db::Tx& tx, Publication const& publication, PersonId by);

}  // namespace kelisim::statistics::store
