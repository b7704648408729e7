#pragma once

#include "catalogue/specialist.h"
#include "identity/people.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "terms/brand.h"
#include "terms/decisions.h"
#include "terms/demo.h"

#include <optional>
#include <vector>

namespace kelisim::catalogue {

/// What the use cases of the room work with. Everything outlives the routes.
struct Parts {
  terms::Brand const& brand;
  identity::People const& people;
  Random& random;
};

/// GET /v1/catalogue/topics and the staff's side of the catalogue. The public lists stand in scheduling, which knows
/// the nearest slots. The parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

struct ListingFilter {
  std::optional<std::string> topic = std::nullopt;
  std::optional<std::string> language = std::nullopt;
  std::optional<Money> max_price = std::nullopt;
  std::optional<PersonId> after = std::nullopt;  ///< the last of the page before
  int limit = 20;                                ///< 1 … 50
};
struct Listed {
  Profile profile;
  Qualification qualification;
  Money price;
};
/// Who is offered now (HAR-1.service.a, HAR-2.2b), in order of id.
[[nodiscard]] std::vector<Listed> list_offered(db::Tx& tx, Parts const& parts, ListingFilter const& filter,
                                               Instant now);
/// Nothing for a person who is not offered now.
[[nodiscard]] std::optional<Listed> find_offered(db::Tx& tx, Parts const& parts, PersonId specialist, Instant now);

/// In order of precedence.
enum class PriceRefusal : std::uint8_t {
  wrong_currency = 1,
  not_positive = 2,
  in_the_past = 3,    ///< a price is never changed backwards
  instant_taken = 4,  ///< another price takes effect at the same instant
};
BOOST_DESCRIBE_ENUM(PriceRefusal, wrong_currency, not_positive, in_the_past, instant_taken)

/// HAR-5.2a: holds from `effective_at`, which is not before `now`. `by` is nobody for demo data.
[[nodiscard]] Result<void, PriceRefusal> publish_price(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                       Money price, Instant effective_at, std::optional<PersonId> by,
                                                       Instant now);

/// Kind `catalogue.publication`.
void add_replays(terms::Replayer& replayer);

/// Writes a demo specialist of the sandbox under an account made before: profile, qualification, price and, where the
/// rules allow it, the publication.
void seed_specialist(db::Tx& tx, Parts const& parts, PersonId specialist, terms::DemoSpecialist const& demo,
                     Instant now);

}  // namespace kelisim::catalogue
