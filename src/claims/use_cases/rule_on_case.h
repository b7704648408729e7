#pragma once

#include "kernel/result.h"
#include "use_cases/cases.h"

#include <string>
#include <variant>

namespace kelisim::claims {

struct RulingText {
  Finding finding;
  std::string reasons;
  Money damage;  ///< proved and recognised; zero for none
};

/// The session of the case still runs, or the case is about none.
struct NothingToRuleOn {};
/// In order of precedence.
using RuleOnCaseRefused = std::variant<NothingToRuleOn, RulingRefused>;

/// Decides a claim, or the appeal against the first decision: writes the ruling beside what stands, offers the client
/// refund or repeat where it is founded, accepts the services where it is not, and tells the client.
[[nodiscard]] Result<void, RuleOnCaseRefused> rule_on_case(db::Tx& tx, Parts const& parts, Case const& about,
                                                           RulingText const& text, PersonId by, Instant now);

/// In order of precedence.
enum class AppealRefusal : std::uint8_t {
  nothing_ruled = 1,
  appealed_before = 2,
  appeal_too_late = 3,
  text_missing = 4
};
BOOST_DESCRIBE_ENUM(AppealRefusal, nothing_ruled, appealed_before, appeal_too_late, text_missing)

/// The client asks that another person looks at the ruling. It stands until that person adds another.
[[nodiscard]] Result<void, AppealRefusal> appeal(db::Tx& tx, Parts const& parts, Case const& about,
                                                 std::string_view reasons, Instant now);

}  // namespace kelisim::claims
