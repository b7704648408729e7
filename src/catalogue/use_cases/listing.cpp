#include "catalogue/catalogue.h"
#include "store/profiles.h"
#include "terms/editions.h"

namespace kelisim::catalogue {

namespace {

std::optional<Listed> listed(db::Tx& tx, Parts const& parts, PersonId specialist, terms::Terms const& terms,
                             Instant now) {
  if (!is_offered_now(tx, specialist, parts.brand.zone, terms, now)) return std::nullopt;
  auto profile = find_profile(tx, specialist);
  auto qualification = find_qualification(tx, specialist);
  auto const price = price_at(tx, specialist, now);
  if (!profile || !qualification || !price) return std::nullopt;
  return Listed{std::move(*profile), std::move(*qualification), *price};
}

}  // namespace

std::vector<Listed> list_offered(db::Tx& tx, Parts const& parts, ListingFilter const& filter, Instant now) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  std::vector<Listed> found;
  store::ProfileFilter page{.topic = filter.topic, .language = filter.language, .after = filter.after};
  while (found.size() < static_cast<std::size_t>(filter.limit)) {
    auto const ids = store::list_profiles(tx, page);
    for (auto const& id : ids) {
      auto one = listed(tx, parts, id, terms, now);
      if (!one || (filter.max_price && one->price > *filter.max_price)) continue;
      found.push_back(std::move(*one));
      if (found.size() == static_cast<std::size_t>(filter.limit)) return found;
    }
    if (ids.size() < static_cast<std::size_t>(page.limit)) break;
    page.after = ids.back();
  }
  return found;
}

std::optional<Listed> find_offered(db::Tx& tx, Parts const& parts, PersonId specialist, Instant now) {
  return listed(tx, parts, specialist, terms::terms_in_force(tx, parts.brand, now), now);
}

}  // namespace kelisim::catalogue
