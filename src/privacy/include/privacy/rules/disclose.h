#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::privacy {

/// By what right a third party is given personal data. A closed list (HAR-4.1.4a).
enum class Ground : std::uint8_t {
  consent = 1,  ///< of the person, for this recipient and these data
  law = 2,      ///< a state body asks, and says by which law
};
BOOST_DESCRIBE_ENUM(Ground, consent, law)

/// What the person has answered to a request that needs consent.
enum class Consent : std::uint8_t { none = 1, given = 2, refused = 3 };
BOOST_DESCRIBE_ENUM(Consent, none, given, refused)

struct DisclosureFacts {
  Ground ground;
  bool has_basis;  ///< the law, the document and its date
  Consent consent;
  bool executed;  ///< before
};
BOOST_DESCRIBE_STRUCT(DisclosureFacts, (), (ground, has_basis, consent, executed))

/// In order of precedence.
enum class DisclosureRefusal : std::uint8_t {
  executed = 1,  ///< once: what is asked again is a request of its own
  basis_missing = 2,
  consent_missing = 3,  ///< asked and not answered
  consent_refused = 4,
};
BOOST_DESCRIBE_ENUM(DisclosureRefusal, executed, basis_missing, consent_missing, consent_refused)

struct DisclosureRefused {
  DisclosureRefusal why;
  Clause because;
};

/// HAR-4.1.4a: "Do not disclose or spread personal data to third parties without consent of the user unless the
///   personal data law requires it; every disclosure is recorded with its ground." Gives the clause.
[[nodiscard]] Result<Clause, DisclosureRefused> may_disclose(DisclosureFacts const& facts);

}  // namespace kelisim::privacy
