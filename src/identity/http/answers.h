#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "kernel/phone_number.h"
#include "platform/http/call.h"
#include "platform/http/reply.h"
#include "use_cases/enter_code.h"
#include "use_cases/visit.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the route files of this room share: the account as its owner sees it, and problems.
namespace kelisim::identity {

struct Me {
  std::string id;
  Role role;
  PersonState state;
  std::optional<SignInOutcome> outcome;  ///< in the answer of a sign-in
  std::optional<std::string> token;      ///< in the answer of a sign-in, in the sandbox, when asked for
  std::string phone_masked;
  std::optional<std::string> email;           ///< registered: its owner has proved it
  std::optional<std::string> email_to_prove;  ///< a code went there
  std::optional<std::string> display_name;
  std::string language;
  std::string zone;
  bool questionnaire_complete;  ///< choosing and booking are open
  bool accepted_current_offer;
  std::optional<std::string> accepted_offer_version;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (id, role, state, outcome, token, phone_masked, email, email_to_prove, display_name, language,
                       zone, questionnaire_complete, accepted_current_offer, accepted_offer_version, created_at))

/// The person exists.
[[nodiscard]] Me me_of(db::Tx& tx, Parts const& parts, PersonId person, Instant now);

[[nodiscard]] Visit visit_of(http::Call const& call);
/// After the commit, tells whoever listens that these sign-in sessions ended.
void tell_ended(http::Call& call, Parts const& parts, std::vector<std::string> ended);

/// Reads the number of a body's `phone`.
[[nodiscard]] Result<PhoneNumber, http::Problem> phone_of(std::string_view text);
[[nodiscard]] http::Problem too_many_requests(std::optional<Instant> again_at, Instant now);
/// Whole seconds until then, at least one.
[[nodiscard]] int seconds_until(Instant at, Instant now);

using SharedParts = std::shared_ptr<Parts const>;
void add_sign_in_routes(http::Routes& routes, SharedParts const& parts);
void add_session_routes(http::Routes& routes, SharedParts const& parts);
void add_me_routes(http::Routes& routes, SharedParts const& parts);
void add_data_routes(http::Routes& routes, SharedParts const& parts);
void add_questionnaire_routes(http::Routes& routes, SharedParts const& parts);
void add_staff_people_routes(http::Routes& routes, SharedParts const& parts);

}  // namespace kelisim::identity
