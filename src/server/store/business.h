#pragma once

#include "platform/db/tx.h"

#include <string>

namespace kelisim::server::store {

struct Owner {
  std::string brand;
  bool sandbox;
};

/// Marks a new database as the owner's and gives back whose it is.
[[nodiscard]] Owner claim(db::Tx& tx, Owner const& owner);

}  // namespace kelisim::server::store
