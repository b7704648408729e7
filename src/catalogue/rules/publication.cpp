#include "catalogue/rules/publication.h"

#include "kernel/ensure.h"

namespace kelisim::catalogue {
namespace {

bool among(std::string const& word, std::vector<std::string> const& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

Result<PublicationGranted, PublicationRefused> decide_publication(QualificationFacts const& facts,
                                                                  terms::Terms const& terms) {
  ENSURE(terms.specialist.has_value());
  auto const& rule = *terms.specialist;
  auto const no = [](PublicationRefusal why, Clause const& because) {
    return Failure(PublicationRefused{why, because});
  };
  auto const field = [&](Education const& e) { return among(e.field, rule.education_fields.value); };
  auto const level = [&](Education const& e) { return field(e) && e.level == rule.education_level.value; };
  auto const verified = [&](Education const& e) { return level(e) && e.verified; };
  auto const has = [&](auto const& test) { return std::ranges::any_of(facts.education, test); };

  if (!has(field)) return no(PublicationRefusal::education_field, rule.education_fields.clause);
  if (!has(level)) return no(PublicationRefusal::education_level, rule.education_level.clause);
  if (rule.education_verified.value && !has(verified)) {
    return no(PublicationRefusal::education_not_verified, rule.education_verified.clause);
  }
  if (!facts.practice_began || add_years(*facts.practice_began, rule.min_experience_years.value) > facts.today) {
    return no(PublicationRefusal::experience_too_short, rule.min_experience_years.clause);
  }
  if (!rule.prescriptions_allowed.value && !facts.no_prescription_undertaking) {
    return no(PublicationRefusal::no_prescription_undertaking, rule.prescriptions_allowed.clause);
  }
  return PublicationGranted{
      rule.education_verified.clause,
      {rule.education_fields.clause, rule.min_experience_years.clause, rule.prescriptions_allowed.clause}};
}

Offered is_offered(OfferedFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.specialist.has_value());
  auto const over = [&](std::optional<Instant> at) { return at && facts.now >= *at; };
  auto const qualified = !over(facts.verification_expires_at) && !over(facts.verification_revoked_at);
  return {facts.published && qualified, terms.specialist->education_verified.clause};
}

Result<DurationAllowed, DurationRefused> decide_duration(DurationFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.session.has_value());
  auto const& min = terms.session->min_minutes;
  if (facts.minutes < min.value) return Failure(DurationRefused{DurationRefusal::too_short, min.clause});
  if (facts.minutes > facts.max_minutes) return Failure(DurationRefused{DurationRefusal::too_long, std::nullopt});
  return DurationAllowed{facts.minutes, min.clause};
}

}  // namespace kelisim::catalogue
