#pragma once

#include "platform/db/tx.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace kelisim::sim {

/// What was once decided stays as it was decided (I13), and the audit chain only grows (I14): remembered from one
/// look to the next.
class Records {
 public:
  /// Every decision and ruling that was there before is there and says the same; the chain still ends in, or goes on
  /// from, where it ended.
  void compare(db::Tx& tx, std::vector<std::string>& findings);

 private:
  std::map<std::string, std::uint64_t> decided_;  ///< `decision <id>`, `ruling <case> <number>` → hash of the row
  std::size_t remembered_ = 0;
  std::map<std::int64_t, std::string> heads_;  ///< number of a row that was the last → its hash
};

}  // namespace kelisim::sim
