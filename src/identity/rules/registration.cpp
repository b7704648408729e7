#include "identity/rules/registration.h"

#include "kernel/ensure.h"

namespace kelisim::identity {

Result<RegistrationAdmitted, RegistrationRefused> decide_registration(RegistrationFacts const& facts,
                                                                      terms::Terms const& terms) {
  ENSURE(terms.offer && terms.person);
  auto const no = [](RegistrationRefusal why, std::optional<Clause> because) {
    return Failure(RegistrationRefused{why, because});
  };
  if (!facts.shown_edition_in_force) {
    return no(RegistrationRefusal::offer_changed, terms.offer->contract_formed_at.clause);
  }
  if (!facts.accepts_offer) return no(RegistrationRefusal::acceptance_required, terms.offer->acceptance_act.clause);
  if (terms.person->adult_declaration.value && !facts.declares_adult) {
    return no(RegistrationRefusal::adult_declaration_required, terms.person->adult_declaration.clause);
  }
  if (terms.declarations && terms.declarations->information_is_true.value && facts.declares_truth == false) {
    return no(RegistrationRefusal::truth_declaration_required, terms.declarations->information_is_true.clause);
  }
  if (!facts.consents_to_processing) return no(RegistrationRefusal::consent_required, std::nullopt);
  return RegistrationAdmitted{terms.offer->acceptance_act.clause,
                              {terms.offer->contract_formed_at.clause, terms.person->adult_declaration.clause}};
}

}  // namespace kelisim::identity
