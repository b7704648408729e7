#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::claims {

enum class AcceptanceState : std::uint8_t { awaiting = 1, disputed = 2, accepted = 3, not_accepted = 4 };
BOOST_DESCRIBE_ENUM(AcceptanceState, awaiting, disputed, accepted, not_accepted)

/// How the last claim of a session stands.
enum class ClaimEnd : std::uint8_t { none = 1, open = 2, founded = 3, unfounded = 4 };
BOOST_DESCRIBE_ENUM(ClaimEnd, none, open, founded, unfounded)

struct AcceptanceFacts {
  Instant ended_at;  ///< the actual end with its extension
  ClaimEnd claim;
  std::optional<Instant> claim_decided_at;  ///< present unless none or open
  Instant now;
};
BOOST_DESCRIBE_STRUCT(AcceptanceFacts, (), (ended_at, claim, claim_decided_at, now))

struct Acceptance {
  AcceptanceState state;
  Instant claims_until;                ///< inclusive
  std::optional<Instant> accepted_at;  ///< the last instant for claims, or that of the decision that found none
  bool payable;                        ///< the specialist's part may be paid out
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (state, claims_until, accepted_at, payable, because, rests_on))

/// HAR-3.10a: "If no claim was received within 12 hours after the session, mark the services as rendered and accepted
///   automatically." At exactly 12 hours a claim may still come (HAR-3.10d): accepted from the microsecond after it,
///   as of the 12 hours.
/// HAR-3.10e: "Release the specialist payout only after acceptance; hold it while a claim is open."
/// HAR-3.10f: a claim found unfounded makes the session accepted; a founded one leaves it unaccepted.
[[nodiscard]] Acceptance decide_acceptance(AcceptanceFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::claims
