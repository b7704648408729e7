#pragma once

#include "platform/db/tx.h"

#include <array>

namespace kelisim::sim {

/// Shows every row of the answer.
template <class See, class... Args>
void each(db::Tx& tx, db::Sql const& sql, See const& see, Args const&... args) {
  std::array<db::Param, sizeof...(Args)> const params{db::param(args)...};
  tx.run(sql, params, see);
}

}  // namespace kelisim::sim
