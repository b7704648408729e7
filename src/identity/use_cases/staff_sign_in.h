#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "kernel/phone_number.h"
#include "use_cases/sign_in_sessions.h"

#include <cstdint>
#include <string_view>

namespace kelisim::identity {

/// In order of precedence.
enum class StaffSignInRefusal : std::uint8_t {
  address_throttled = 1,
  too_many_today = 2,  ///< wrong codes of this number, whoever has it
  wrong = 3,           ///< the number, the code, or a code that was used before: not told apart
};

struct StaffSignInRefused {
  StaffSignInRefusal why;
  std::optional<Instant> again_at = std::nullopt;
  bool counted = false;  ///< the attempt must stay on record
};

struct StaffSignedIn {
  Person person;
  OpenedSession session;
};

/// Phone and TOTP, for staff and specialists; never by SMS.
[[nodiscard]] Result<StaffSignedIn, StaffSignInRefused> sign_in_staff(db::Tx& tx, Parts const& parts,
                                                                      PhoneNumber const& phone, std::string_view totp,
                                                                      Visit const& visit);

}  // namespace kelisim::identity
