#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::letters {

struct IntakeFacts {
  bool automatic;
  std::int64_t accounts;  ///< clients who gave this address as theirs
  bool says_something;    ///< in its subject or its text
};

/// Why a letter stays in the mailbox alone. In order of precedence.
enum class LeftThere : std::uint8_t { automatic = 1, sender_unknown = 2, sender_ambiguous = 3, empty = 4 };
BOOST_DESCRIBE_ENUM(LeftThere, automatic, sender_unknown, sender_ambiguous, empty)

/// HAR-4.2.14a: "Show the e-mail address and contacts through which users deal with staff; correspondence by these
///   channels is tracked." A letter from a registered address is attached to that account as a request.
[[nodiscard]] Result<Clause, LeftThere> decide_intake(IntakeFacts const& facts);

}  // namespace kelisim::letters
