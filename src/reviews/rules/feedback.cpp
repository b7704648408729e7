#include "reviews/rules/feedback.h"

#include "terms/clauses.h"

namespace kelisim::reviews {

Result<Clause, GivingRefusal> decide_giving(GivingFacts const& facts) {
  if (!facts.held) return Failure(GivingRefusal::not_held);
  if (!facts.has_words) return Failure(GivingRefusal::words_missing);
  if (facts.given_before) return Failure(GivingRefusal::given_before);
  return terms::clause("HAR-3.11a");
}

Result<Shown, UseRefusal> decide_use(UseFacts const& facts) {
  constexpr auto because = terms::clause("HAR-3.11b");
  if (facts.use == Use::research) return Shown{.name = false, .words_as_written = false, .because = because};
  if (!facts.name_consent) return Failure(UseRefusal::consent_missing);
  if (facts.published) return Failure(UseRefusal::published);
  return Shown{.name = true, .words_as_written = true, .because = because};
}

}  // namespace kelisim::reviews
