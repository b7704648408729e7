#pragma once

#include "identity/identity.h"
#include "identity/rules/otp.h"

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::identity {

/// In order of precedence.
enum class EmailCodeRefusal : std::uint8_t {
  too_soon = 1,        ///< the letter before is younger than the brand's seconds
  too_many_today = 2,  ///< a bound of ours, so that nobody's mailbox is flooded from here
};

struct EmailCodeRefused {
  EmailCodeRefusal why;
  std::optional<Instant> again_at = std::nullopt;
};

/// HAR-4.4.3b: sends a code to the address; it becomes the registered one when the code is entered, and the one that
/// was registered stays until then. The address that is registered already asks for nothing.
[[nodiscard]] Result<void, EmailCodeRefused> ask_to_prove(db::Tx& tx, Parts const& parts, PersonId person,
                                                          std::string_view email, std::string_view language,
                                                          Instant now);

/// No address is kept, and none waits for its code.
void forget_email(db::Tx& tx, Parts const& parts, PersonId person, Instant now);

/// The address whose code is still good for something.
[[nodiscard]] std::optional<std::string> email_to_prove(db::Tx& tx, Parts const& parts, PersonId person, Instant now);

/// Registers the address that the code went to. Nothing was asked for: no verdict. A wrong one counts.
[[nodiscard]] std::optional<CodeJudged> prove_email(db::Tx& tx, Parts const& parts, PersonId person,
                                                    std::string_view code, Instant now);

}  // namespace kelisim::identity
