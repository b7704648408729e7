#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::identity {

/// Limits are settings of the brand and stand among the facts.
struct CodeFacts {
  Instant issued_at;
  std::int64_t lifetime_seconds;
  bool used;
  bool replaced;                 ///< a newer code was sent to the number
  std::int64_t attempts_before;  ///< at this code, wrong ones, not counting this
  std::int64_t attempts_max;
  std::int64_t failures_today;  ///< at this number, not counting this; a new code does not reset it
  std::int64_t failures_today_max;
  bool matches;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(CodeFacts, (),
                      (issued_at, lifetime_seconds, used, replaced, attempts_before, attempts_max, failures_today,
                       failures_today_max, matches, now))

/// In order of precedence: the first that applies is the verdict.
enum class CodeVerdict : std::uint8_t {
  too_many_today = 1,
  already_used = 2,
  replaced = 3,
  expired = 4,
  too_many_attempts = 5,
  wrong = 6,
  accepted = 7,
};
BOOST_DESCRIBE_ENUM(CodeVerdict, too_many_today, already_used, replaced, expired, too_many_attempts, wrong, accepted)

struct CodeJudged {
  CodeVerdict verdict;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(CodeJudged, (), (verdict, because))

/// HAR-1.account.e: "Treat the SMS password as one-time: single use, short life, limited attempts, stored only as a
/// keyed hash, with request throttling and the same answer for unknown numbers." A code is good through issued_at +
/// lifetime itself.
[[nodiscard]] CodeJudged judge_code(CodeFacts const& facts, terms::Terms const& terms);

/// HAR-4.4.3b: "Keep a registered e-mail address in the account so that this right can be used": an address "is
/// verified by a confirmation message", whose code is single and short-lived as that of an SMS. The terms have an
/// email section. `failures_today` do not count: five tries belong to a code, and the letters of a day are bounded.
[[nodiscard]] CodeJudged judge_email_code(CodeFacts const& facts, terms::Terms const& terms);

struct SendFacts {
  std::optional<Instant> last_sent_at;
  std::int64_t resend_seconds;
  std::int64_t sent_today;
  std::int64_t per_number_per_day;
  bool country_allowed;
  bool budget_left;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(SendFacts, (),
                      (last_sent_at, resend_seconds, sent_today, per_number_per_day, country_allowed, budget_left,
                       now))

/// In order of precedence.
enum class SendVerdict : std::uint8_t {
  country_not_served = 1,
  too_soon = 2,
  too_many_today = 3,
  budget_spent = 4,  ///< of all SMS of the business; a code would be of no use tomorrow
  send = 5,
};
BOOST_DESCRIBE_ENUM(SendVerdict, country_not_served, too_soon, too_many_today, budget_spent, send)

/// HAR-1.account.e, request throttling. A code may be sent again at last_sent_at + resend itself.
[[nodiscard]] SendVerdict may_send_code(SendFacts const& facts);

}  // namespace kelisim::identity
