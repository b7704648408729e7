#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "terms/demo.h"

#include <optional>
#include <string>
#include <vector>

/// People of the sandbox. Nothing here is called in any other mode.
namespace kelisim::identity {

/// Registers a client as if they had proved the number at `now`, with the editions in force, and fills in the
/// questionnaire where there is one. Nothing when the number has an account already.
std::optional<PersonId> register_demo_client(db::Tx& tx, Parts const& parts, terms::DemoClient const& client,
                                             Instant now);

struct DemoPerson {
  PersonId id;
  Role role;
  PhoneNumber phone;
  std::optional<std::string> name;       ///< staff's name or the client's display name
  std::optional<std::string> totp_code;  ///< that an authenticator app shows at `now`
};
/// The first 500, by number.
[[nodiscard]] std::vector<DemoPerson> demo_people(db::Tx& tx, Parts const& parts, Instant now);

}  // namespace kelisim::identity
