#include "catalogue/specialist.h"

namespace kelisim::catalogue {

bool is_offered_now(db::Tx& tx, PersonId specialist, Zone const& business_zone, terms::Terms const& terms,
                    Instant now) {
  if (!is_published(tx, specialist)) return false;
  auto const record = find_qualification(tx, specialist);
  if (!record) return false;
  OfferedFacts const facts{
      .published = true,
      .verification_expires_at = record->valid_until,
      .verification_revoked_at = record->revoked ? std::optional(record->recorded_at) : std::nullopt,
      .now = now};
  return is_offered(facts, terms).offered &&
         decide_publication(qualification_facts(*record, business_zone.local(now).date), terms).has_value();
}

QualificationFacts qualification_facts(Qualification const& record, CivilDate today) {
  return {.education = record.educations,
          .practice_began = record.practice_began,
          .no_prescription_undertaking = record.no_prescription_undertaking,
          .today = today};
}

}  // namespace kelisim::catalogue
