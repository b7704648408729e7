#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::contracts {

struct RestrictionFacts {
  std::optional<std::string> ground;  ///< number of the paragraph that was broken; none: "other cases"
  bool ground_known;                  ///< the offer has that paragraph; yes where there is no ground
  bool shows_ground;                  ///< the client reads it
  bool has_reasons;                   ///< in words, for staff alone
  bool restricted;                    ///< before
};
BOOST_DESCRIBE_STRUCT(RestrictionFacts, (), (ground, ground_known, shows_ground, has_reasons, restricted))

struct Restricted {
  bool shows_ground;
  bool forfeits;  ///< never: only a confirmed breach does (breach.h)
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (shows_ground, forfeits, because, rests_on))

/// In order of precedence.
enum class RestrictionRefusal : std::uint8_t {
  no_such_right = 1,
  already_restricted = 2,
  ground_unknown = 3,
  reasons_missing = 4,
};
BOOST_DESCRIBE_ENUM(RestrictionRefusal, no_such_right, already_restricted, ground_unknown, reasons_missing)

struct RestrictionRefused {
  RestrictionRefusal why;
  std::optional<Clause> because;
};

/// HAR-4.3.9a: "The provider may restrict access of a user at any moment on breach of the offer; store ground and
///   actor."
/// HAR-4.3.9b: "in other cases without giving reasons; a reason is stored internally though it need not be shown."
/// HAR-4.3.9c: without a confirmed breach that forfeits, sessions that can no longer be held are refunded.
[[nodiscard]] Result<Restricted, RestrictionRefused> decide_restriction(RestrictionFacts const& facts,
                                                                        terms::Terms const& terms);

struct LiftFacts {
  bool of_breach;    ///< the restriction followed a confirmed breach
  bool unfounded;    ///< looked at again: there was no breach
  bool has_reasons;  ///< in words
  bool same_person;  ///< who decided on the breach looks at it again
};
BOOST_DESCRIBE_STRUCT(LiftFacts, (), (of_breach, unfounded, has_reasons, same_person))

struct Lifted {
  bool returns_forfeited;  ///< what was forfeited is refunded
  bool reopens;            ///< the contract that the breach ended goes on
  Clause because;
};
BOOST_DESCRIBE_STRUCT(Lifted, (), (returns_forfeited, reopens, because))

/// In order of precedence.
enum class LiftRefusal : std::uint8_t { no_such_right = 1, no_breach = 2, same_person = 3, reasons_missing = 4 };
BOOST_DESCRIBE_ENUM(LiftRefusal, no_such_right, no_breach, same_person, reasons_missing)

struct LiftRefused {
  LiftRefusal why;
  std::optional<Clause> because;
};

/// HAR-4.2.16c: "When the block is lifted on appeal as unfounded, Then both are refunded or restored": another person
///   than the one who decided says so.
/// HAR-4.3.9a: what may be imposed at any moment may be lifted at any moment; the money stays where it went.
[[nodiscard]] Result<Lifted, LiftRefused> decide_lift(LiftFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::contracts
