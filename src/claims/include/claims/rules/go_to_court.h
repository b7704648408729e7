#pragma once

#include "claims/rules/file_claim.h"
#include "kernel/clause.h"
#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::claims {

struct CourtFacts {
  Standing standing;
  bool in_court;      ///< marked before
  bool client_wrote;  ///< in the thread: what the case began with is the dispute, and no talk about it
  bool staff_wrote;   ///< in the thread: a ruling is no talk either
  bool has_note;      ///< a closing note says why talking led to nothing
};
BOOST_DESCRIBE_STRUCT(CourtFacts, (), (standing, in_court, client_wrote, staff_wrote, has_note))

/// In order of precedence.
enum class CourtRefusal : std::uint8_t {
  no_dispute = 1,      ///< a question: nobody claims anything
  in_court = 2,        ///< marked already
  not_negotiated = 3,  ///< one of the two has not written to the other
  note_missing = 4,
};
BOOST_DESCRIBE_ENUM(CourtRefusal, no_dispute, in_court, not_negotiated, note_missing)

struct CourtRefused {
  CourtRefusal why;
  std::optional<Clause> because;
};

/// HAR-6.7a: "Disputes are first negotiated: a dispute has a negotiation thread with the user before it may be marked
///   as going to court." Gives the clause by which it may.
[[nodiscard]] Result<Clause, CourtRefused> may_go_to_court(CourtFacts const& facts);

}  // namespace kelisim::claims
