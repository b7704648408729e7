#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "identity/rules/registration.h"
#include "store/registrations.h"
#include "use_cases/visit.h"

namespace kelisim::identity {

inline constexpr std::string_view registration_decision = "identity.registration";

/// Makes the client of a registration whose number is proved, with the acceptances, declarations, decision and audit
/// row that the contract rests on (HAR-0a, HAR-0d, HAR-1.acceptance.a). Nobody else may have the number.
[[nodiscard]] Result<Person, RegistrationRefused> conclude_contract(db::Tx& tx, Parts const& parts,
                                                                    store::Registration const& registration,
                                                                    Zone const& zone, Visit const& visit);

}  // namespace kelisim::identity
