#pragma once

#include "catalogue/catalogue.h"
#include "kernel/result.h"

#include <variant>

namespace kelisim::catalogue {

/// What staff write about a specialist. Each change leaves who made it; nobody where demo data is loaded.
/// HAR-2.2b: from this instant the new record counts, and a profile that it no longer carries is not offered any
/// more.
void record_qualification(db::Tx& tx, Parts const& parts, PersonId specialist, Qualification const& qualification,
                          std::optional<PersonId> by);

enum class AlreadyPublished : std::uint8_t { already_published = 1 };
enum class NoRecord : std::uint8_t { nothing_verified = 1 };
BOOST_DESCRIBE_ENUM(AlreadyPublished, already_published)
BOOST_DESCRIBE_ENUM(NoRecord, nothing_verified)

/// In order of precedence.
using PublishRefused = std::variant<NoRecord, PublicationRefused, AlreadyPublished>;

/// HAR-1.specialist.a, b, c. The decision is stored.
[[nodiscard]] Result<PublicationGranted, PublishRefused> publish_specialist(db::Tx& tx, Parts const& parts,
                                                                            PersonId specialist,
                                                                            std::optional<PersonId> by, Instant now);

}  // namespace kelisim::catalogue
