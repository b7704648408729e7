#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "identity/rules/otp.h"
#include "identity/rules/registration.h"
#include "use_cases/sign_in_sessions.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <string_view>

namespace kelisim::identity {

enum class SignInOutcome : std::uint8_t { signed_in = 1, registered = 2 };
BOOST_DESCRIBE_ENUM(SignInOutcome, signed_in, registered)

struct SignedIn {
  Person person;
  OpenedSession session;
  SignInOutcome outcome;
};

/// In order of precedence. A code that is no longer good says so only to whoever holds its challenge.
enum class EnterCodeRefusal : std::uint8_t {
  address_throttled = 1,
  too_many_today = 2,
  already_used = 3,
  replaced = 4,
  expired = 5,
  too_many_attempts = 6,
  wrong = 7,          ///< also for a challenge that does not exist
  offer_changed = 8,  ///< the offer that the form was filled in for is not in force any more: fill it in again
};

struct EnterCodeRefused {
  EnterCodeRefusal why;
  std::optional<Clause> because = std::nullopt;
  std::optional<Instant> again_at = std::nullopt;
  bool counted = false;  ///< the attempt must stay on record
};

/// HAR-1.account.e. The right code opens a sign-in session; for a registration it also concludes the contract, at the
/// instant of `visit` (HAR-0a). If the number has got an account in the meantime, it signs in.
[[nodiscard]] Result<SignedIn, EnterCodeRefused> enter_code(db::Tx& tx, Parts const& parts,
                                                            std::string_view challenge_id, std::string_view code,
                                                            Visit const& visit);

}  // namespace kelisim::identity
