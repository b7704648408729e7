#pragma once

#include "claims/rules/file_claim.h"
#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::claims {

/// What staff found. Each needs reasons in words.
enum class Finding : std::uint8_t {
  service_failure = 1,     ///< on the side of the service: the connection, the site
  specialist_failure = 2,  ///< on the side of the specialist
  unfounded = 3,
};
BOOST_DESCRIBE_ENUM(Finding, service_failure, specialist_failure, unfounded)

struct LiabilityFacts {
  Money claimed;  ///< damage, not the price
  Money paid;     ///< for the services concerned
};
BOOST_DESCRIBE_STRUCT(LiabilityFacts, (), (claimed, paid))

struct Liability {
  Money payable;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(Liability, (), (payable, because))

/// HAR-6.4a: "Cap liability for claims under the offer at 30,000 KZT and at no more than what the user actually paid
///   for the services: payable = min(claim, 30000, paid)."
/// HAR-6.4b: "The cap limits compensation of damage, not refunds of the price."
[[nodiscard]] Liability cap_liability(LiabilityFacts const& facts, terms::Terms const& terms);

struct RulingFacts {
  Finding finding;
  bool has_reasons;
  Standing standing;
  std::optional<Finding> first;  ///< what was found before: then this rules on the appeal
  bool appealed;                 ///< the client asked for it to be looked at again
  bool same_person;              ///< who ruled first rules again
  bool final;                    ///< the appeal has been ruled on
  Money paid;                    ///< the price of the session
  bool price_returned;           ///< or on its way back already, or a free repeat was taken for it
  Money damage;                  ///< proved and recognised; zero for none
  std::optional<bool>
      service_failed;  ///< a claim about the connection, and the signed record says that the service's failed
};
BOOST_DESCRIBE_STRUCT(RulingFacts, (),
                      (finding, has_reasons, standing, first, appealed, same_person, final, paid, price_returned,
                       damage, service_failed))

struct Ruling {
  bool founded;
  std::optional<scheduling::Remedy> remedy;  ///< at the client's choice
  Money refund;                              ///< what comes back if the client chooses the money
  Money damages;                             ///< after the cap
  bool accepts_service;                      ///< the session counts as accepted by this ruling
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Ruling, (), (founded, remedy, refund, damages, accepts_service, because, rests_on))

/// In order of precedence.
enum class RulingRefusal : std::uint8_t {
  final = 1,
  no_appeal = 2,        ///< ruled on once, and nobody asked again
  same_person = 3,      ///< an appeal goes to somebody else
  reasons_missing = 4,  ///< HAR-3.10f: "decided by staff with a reason"
  no_ground = 5,        ///< HAR-6.5a: dissatisfaction alone
  takes_back = 6,       ///< an appeal may add to what was granted and never take it away
  against_record = 7,   ///< HAR-4.2.13b: the record says that the service caused the loss
};
BOOST_DESCRIBE_ENUM(RulingRefusal, final, no_appeal, same_person, reasons_missing, no_ground, takes_back,
                    against_record)

struct RulingRefused {
  RulingRefusal why;
  std::optional<Clause> because;
};

/// HAR-3.10f: "A claim is decided by staff with a reason; when a failure on the side of the service or the specialist
///   is found, grant full refund or a free repeat at the choice of the user." Unfounded: "the session becomes
///   accepted".
/// HAR-6.5a: dissatisfaction "leads to no refund by itself": what is only feedback is never found to be a failure.
/// HAR-4.2.13b: "if the service caused the loss, the claim route applies": where the signed record says so and the
///   claim came in time, staff find nothing else than a failure of the service.
/// What came after the 12 hours is ruled on by the same measure, and changes the acceptance only where it is founded.
[[nodiscard]] Result<Ruling, RulingRefused> decide_ruling(RulingFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::claims
