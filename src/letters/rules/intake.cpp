#include "letters/rules/intake.h"

#include "terms/clauses.h"

namespace kelisim::letters {

Result<Clause, LeftThere> decide_intake(IntakeFacts const& facts) {
  if (facts.automatic) return Failure(LeftThere::automatic);
  if (facts.accounts == 0) return Failure(LeftThere::sender_unknown);
  if (facts.accounts > 1) return Failure(LeftThere::sender_ambiguous);
  if (!facts.says_something) return Failure(LeftThere::empty);
  return terms::clause("HAR-4.2.14a");
}

}  // namespace kelisim::letters
