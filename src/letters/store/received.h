#pragma once

#include "kernel/id.h"
#include "letters/letter.h"
#include "platform/db/tx.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::letters::store {

struct Received {
  std::string id;
  PersonId person;
  std::string case_id;
  Signature signature;
  Instant received_at;
};
[[nodiscard]] bool was_received(db::Tx& tx, std::string_view id);
void insert(db::Tx& tx, Received const& letter);
/// Newest first.
[[nodiscard]] std::vector<Received> received_from(db::Tx& tx, PersonId person, int limit);

}  // namespace kelisim::letters::store
