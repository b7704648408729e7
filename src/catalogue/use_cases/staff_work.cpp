#include "use_cases/staff_work.h"

#include "store/publications.h"
#include "store/qualifications.h"
#include "terms/decisions.h"
#include "terms/editions.h"

namespace kelisim::catalogue {

void record_qualification(db::Tx& tx, Parts const& parts, PersonId specialist, Qualification const& qualification,
                          std::optional<PersonId> by) {
  store::insert_qualification(tx, parts.random, specialist, qualification, by);
}

Result<PublicationGranted, PublishRefused> publish_specialist(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                              std::optional<PersonId> by, Instant now) {
  using Refused = Failure<PublishRefused>;
  auto const record = find_qualification(tx, specialist);
  if (!record || record->revoked) return Refused(NoRecord::nothing_verified);
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  auto const facts = qualification_facts(*record, parts.brand.zone.local(now).date);
  auto const granted = decide_publication(facts, terms);
  if (!granted) return Refused(granted.error());
  if (!store::insert_publication(tx, parts.random, specialist, by, now))
    return Refused(AlreadyPublished::already_published);
  terms::record(tx, parts.random, "catalogue.publication", specialist.view(), std::nullopt, terms, facts, *granted,
                granted->because, now);
  return *granted;
}

Result<void, PriceRefusal> publish_price(db::Tx& tx, Parts const& parts, PersonId specialist, Money price,
                                         Instant effective_at, std::optional<PersonId> by, Instant now) {
  if (price.currency() != parts.brand.currency) return Failure(PriceRefusal::wrong_currency);
  if (!price.is_positive()) return Failure(PriceRefusal::not_positive);
  if (effective_at < now) return Failure(PriceRefusal::in_the_past);
  if (!store::insert_price(tx, specialist, price, effective_at, by, now)) return Failure(PriceRefusal::instant_taken);
  return {};
}

}  // namespace kelisim::catalogue
