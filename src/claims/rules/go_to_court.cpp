#include "claims/rules/go_to_court.h"

#include "terms/clauses.h"

namespace kelisim::claims {

Result<Clause, CourtRefused> may_go_to_court(CourtFacts const& facts) {
  constexpr auto because = terms::clause("HAR-6.7a");
  auto const refused = [](CourtRefusal why, std::optional<Clause> clause = std::nullopt) {
    return Failure(CourtRefused{why, clause});
  };
  if (facts.standing == Standing::question) return refused(CourtRefusal::no_dispute);
  if (facts.in_court) return refused(CourtRefusal::in_court);
  if (!facts.client_wrote || !facts.staff_wrote) return refused(CourtRefusal::not_negotiated, because);
  if (!facts.has_note) return refused(CourtRefusal::note_missing, because);
  return because;
}

}  // namespace kelisim::claims
