#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::identity {

struct RegistrationFacts {
  bool shown_edition_in_force;  ///< version and content hash that the form carries are those of the edition in force
  bool accepts_offer;
  bool declares_adult;  ///< "I am a natural person aged 18 or over"
  bool consents_to_processing;
  std::optional<bool> declares_truth;  ///< nothing: of a registration from before it was asked
};
BOOST_DESCRIBE_STRUCT(RegistrationFacts, (),
                      (shown_edition_in_force, accepts_offer, declares_adult, consents_to_processing, declares_truth))

/// In order of precedence. That the number has an account already is not told to a visitor: it becomes a sign-in.
enum class RegistrationRefusal : std::uint8_t {
  offer_changed = 1,
  acceptance_required = 2,
  adult_declaration_required = 3,
  truth_declaration_required = 4,
  consent_required = 5,
};
BOOST_DESCRIBE_ENUM(RegistrationRefusal, offer_changed, acceptance_required, adult_declaration_required,
                    truth_declaration_required, consent_required)

struct RegistrationRefused {
  RegistrationRefusal why;
  std::optional<Clause> because;  ///< consent is a matter of the privacy policy, not of the offer
};
BOOST_DESCRIBE_STRUCT(RegistrationRefused, (), (why, because))

struct RegistrationAdmitted {
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(RegistrationAdmitted, (), (because, rests_on))

/// HAR-1.acceptance.a: "Registration on the service is acceptance of the offer: registration cannot complete without
///   recorded acceptance of the current edition."
/// HAR-0a: "create one contract record binding the user to the exact offer edition in force".
/// HAR-0d: "Accept only an adult natural person as customer; no organisation may hold a user account."
/// HAR-4.2.4a: "Require the user to declare at registration and in the questionnaire that the information is true."
[[nodiscard]] Result<RegistrationAdmitted, RegistrationRefused> decide_registration(RegistrationFacts const& facts,
                                                                                    terms::Terms const& terms);

}  // namespace kelisim::identity
