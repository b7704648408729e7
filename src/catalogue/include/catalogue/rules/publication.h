#pragma once

#include "kernel/civil.h"
#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::catalogue {

struct Education {
  std::string field;
  std::string level;
  bool verified;
};
BOOST_DESCRIBE_STRUCT(Education, (), (field, level, verified))

struct QualificationFacts {
  std::vector<Education> education;
  std::optional<CivilDate> practice_began;
  bool no_prescription_undertaking;
  CivilDate today;  ///< in the brand's zone
};
BOOST_DESCRIBE_STRUCT(QualificationFacts, (), (education, practice_began, no_prescription_undertaking, today))

/// In order of precedence.
enum class PublicationRefusal : std::uint8_t {
  education_field = 1,
  education_level = 2,
  education_not_verified = 3,
  experience_too_short = 4,
  no_prescription_undertaking = 5,
};
BOOST_DESCRIBE_ENUM(PublicationRefusal, education_field, education_level, education_not_verified,
                    experience_too_short, no_prescription_undertaking)

struct PublicationRefused {
  PublicationRefusal why;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(PublicationRefused, (), (why, because))

struct PublicationGranted {
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(PublicationGranted, (), (because, rests_on))

/// HAR-1.specialist.a: "List a specialist only when higher education in psychology or a related field (medical or
///   pedagogical) is recorded and verified."
/// HAR-1.specialist.b: "List a specialist only with at least five full years of work in the relevant profession."
/// Exactly
///   five years is enough; practice begun on 29 February completes its year on 1 March of a common year.
/// HAR-1.specialist.c: "specialists agree to this rule before being published."
/// HAR-2.2b: "Offer only specialists whose qualification has been confirmed."
[[nodiscard]] Result<PublicationGranted, PublicationRefused> decide_publication(QualificationFacts const& facts,
                                                                                terms::Terms const& terms);

struct OfferedFacts {
  bool published;
  std::optional<Instant> verification_expires_at;  ///< exclusive: not offered at that instant
  std::optional<Instant> verification_revoked_at;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(OfferedFacts, (), (published, verification_expires_at, verification_revoked_at, now))

struct Offered {
  bool offered;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (offered, because))

/// HAR-2.2b, at each reading of the catalogue and each booking.
[[nodiscard]] Offered is_offered(OfferedFacts const& facts, terms::Terms const& terms);

struct DurationFacts {
  std::int64_t minutes;
  std::int64_t max_minutes;  ///< a setting of the brand
};
BOOST_DESCRIBE_STRUCT(DurationFacts, (), (minutes, max_minutes))

/// In order of precedence.
enum class DurationRefusal : std::uint8_t { too_short = 1, too_long = 2 };
BOOST_DESCRIBE_ENUM(DurationRefusal, too_short, too_long)

struct DurationRefused {
  DurationRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(DurationRefused, (), (why, because))

struct DurationAllowed {
  std::int64_t minutes;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(DurationAllowed, (), (minutes, because))

/// HAR-1.session.c: "Reject any session duration below 50 minutes."
[[nodiscard]] Result<DurationAllowed, DurationRefused> decide_duration(DurationFacts const& facts,
                                                                       terms::Terms const& terms);

}  // namespace kelisim::catalogue
