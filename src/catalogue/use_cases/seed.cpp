#include "catalogue/catalogue.h"
#include "kernel/ensure.h"
#include "store/profiles.h"
#include "use_cases/staff_work.h"

#include <boost/describe/enum_from_string.hpp>

namespace kelisim::catalogue {

namespace {

Profile profile_of(PersonId specialist, terms::DemoSpecialist const& demo) {
  Profile profile{
      .id = specialist, .gender = Gender::unstated, .languages = demo.languages, .topics = demo.topics, .texts = {}};
  ENSURE(boost::describe::enum_from_string(demo.gender.c_str(), profile.gender));
  for (auto const& [language, name] : demo.name) {
    auto const words = [&](terms::Localized const& texts) {
      auto const found = texts.find(language);
      return found == texts.end() ? std::string() : found->second;
    };
    profile.texts.emplace(language, ProfileText{name, words(demo.approach), words(demo.about)});
  }
  return profile;
}

Qualification qualification_of(terms::DemoSpecialist const& demo, Instant now) {
  Qualification record{.educations = {},
                       .practice_began = demo.practice_began,
                       .no_prescription_undertaking = demo.no_prescription_undertaking,
                       .valid_until = std::nullopt,
                       .revoked = false,
                       .recorded_at = now};
  for (auto const& education : demo.education)
    record.educations.push_back({education.field, education.level, education.verified});
  return record;
}

}  // namespace

void seed_specialist(db::Tx& tx, Parts const& parts, PersonId specialist, terms::DemoSpecialist const& demo,
                     Instant now) {
  if (!store::insert_profile(tx, profile_of(specialist, demo), now)) return;
  record_qualification(tx, parts, specialist, qualification_of(demo, now), std::nullopt);
  ENSURE(publish_price(tx, parts, specialist, demo.price, now, std::nullopt, now).has_value());
  if (!demo.published) return;
  ENSURE(publish_specialist(tx, parts, specialist, std::nullopt, now).has_value());
}

}  // namespace kelisim::catalogue
