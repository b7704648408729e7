#pragma once

#include "identity/identity.h"
#include "identity/rules/otp.h"
#include "identity/rules/registration.h"
#include "kernel/phone_number.h"
#include "store/challenges.h"
#include "use_cases/visit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace kelisim::identity {

struct Issued {
  store::ChallengeId id;
  Instant expires_at;
  Instant resend_at;
};

/// In order of precedence.
enum class CodeRequestRefusal : std::uint8_t {
  address_throttled = 1,
  country_not_served = 2,
  too_soon = 3,
  too_many_today = 4,
  budget_spent = 5,
};

struct CodeRequestRefused {
  CodeRequestRefusal why;
  std::optional<Instant> again_at = std::nullopt;
};

/// HAR-1.account.d, e. Sends a code to the number if a client has it. The answer and the work are the same when
/// nobody has it, or a specialist or staff: then nothing is sent and no code is the right one.
[[nodiscard]] Result<Issued, CodeRequestRefused> request_sign_in_code(db::Tx& tx, Parts const& parts,
                                                                      PhoneNumber const& phone, Visit const& visit);

struct RegistrationForm {
  PhoneNumber phone;
  std::string offer_version;
  std::string offer_hash;
  std::string language;  ///< one of the brand's: that of the text shown
  bool accepts_offer;
  bool declares_adult;
  bool consents_to_processing;
  bool declares_truth;
};

using RegisterRefused = std::variant<RegistrationRefused, CodeRequestRefused>;

/// HAR-1.acceptance.a, HAR-0a, HAR-0d. Keeps the form, sealed, until the number is proved or a day has gone. A number
/// that has an account gets a code to sign in with; the answer is the same (HAR-1.account.b).
[[nodiscard]] Result<Issued, RegisterRefused> request_registration(db::Tx& tx, Parts const& parts,
                                                                   RegistrationForm const& form, Visit const& visit);

/// How long an unproved registration is kept.
inline constexpr Duration registration_kept = std::chrono::hours(24);
inline constexpr std::string_view purge_job = "identity.purge_registration";

/// The stored form of a code.
[[nodiscard]] db::Bytes hash_code(Parts const& parts, store::ChallengeId id, std::string_view code);

}  // namespace kelisim::identity
