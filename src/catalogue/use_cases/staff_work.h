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

/// In order of precedence.
enum class PriceRefusal : std::uint8_t {
  wrong_currency = 1,
  not_positive = 2,
  in_the_past = 3,    ///< a price is never changed backwards
  instant_taken = 4,  ///< another price takes effect at the same instant
};
BOOST_DESCRIBE_ENUM(PriceRefusal, wrong_currency, not_positive, in_the_past, instant_taken)

/// HAR-5.2a: holds from `effective_at`, which is not before `now`.
[[nodiscard]] Result<void, PriceRefusal> publish_price(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                       Money price, Instant effective_at, std::optional<PersonId> by,
                                                       Instant now);

}  // namespace kelisim::catalogue
