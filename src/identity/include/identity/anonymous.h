#pragma once

#include "platform/db/tx.h"
#include "privacy/vault.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace kelisim::identity {

/// What may be counted of one client, and nothing else: no id, no name, no text of their own.
struct Answered {
  std::int64_t age;
  std::string topic;                           ///< a key of the brand's topics
  std::optional<std::string> sex;              ///< nothing: not stated
  std::optional<std::string> emotional_state;  ///< nothing: not stated
};

/// HAR-4.3.8a: calls `each` for every client whose questionnaire is complete and whose key lives, in no order that
/// tells who they are; at most 100 000.
void for_each_answer(db::Tx& tx, privacy::Vault const& vault, std::function<void(Answered const&)> const& each);

}  // namespace kelisim::identity
