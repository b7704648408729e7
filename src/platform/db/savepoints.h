#pragma once

#include "platform/db/tx.h"

namespace kelisim::db {

/// The statements of one depth of marks; the same words on both engines.
struct SavepointSql {
  Sql begin;
  Sql keep;
  Sql undo;  ///< leaves the savepoint open: keep it afterwards
};

/// Of depth 1 … 4; deeper nesting is a bug.
[[nodiscard]] inline SavepointSql const& savepoint_sql(int depth) {
  static constexpr std::array<SavepointSql, 4> texts{{
      {{"platform.mark1", "SAVEPOINT m1"},
       {"platform.keep1", "RELEASE SAVEPOINT m1"},
       {"platform.undo1", "ROLLBACK TO SAVEPOINT m1"}},
      {{"platform.mark2", "SAVEPOINT m2"},
       {"platform.keep2", "RELEASE SAVEPOINT m2"},
       {"platform.undo2", "ROLLBACK TO SAVEPOINT m2"}},
      {{"platform.mark3", "SAVEPOINT m3"},
       {"platform.keep3", "RELEASE SAVEPOINT m3"},
       {"platform.undo3", "ROLLBACK TO SAVEPOINT m3"}},
      {{"platform.mark4", "SAVEPOINT m4"},
       {"platform.keep4", "RELEASE SAVEPOINT m4"},
       {"platform.undo4", "ROLLBACK TO SAVEPOINT m4"}},
  }};
  ENSURE(depth >= 1 && depth <= static_cast<int>(texts.size()));
  return texts[static_cast<std::size_t>(depth - 1)];
}

}  // namespace kelisim::db
