#include "claims/rules/take_file.h"

namespace kelisim::claims {

Result<void, TakingRefusal> decide_taking(TakingFacts const& facts) {
  using Refused = Failure<TakingRefusal>;
  if (facts.case_closed) return Refused(TakingRefusal::case_closed);
  if (facts.size_bytes <= 0) return Refused(TakingRefusal::empty);
  if (facts.size_bytes > file_bytes_max) return Refused(TakingRefusal::too_large);
  if (facts.files_before >= files_max || facts.attempts_before >= attempts_max) {
    return Refused(TakingRefusal::too_many);
  }
  return {};
}

}  // namespace kelisim::claims
