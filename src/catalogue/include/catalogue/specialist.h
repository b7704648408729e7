#pragma once

#include "catalogue/rules/publication.h"
#include "kernel/civil.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/zone.h"
#include "platform/db/tx.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The public side of a specialist. What stands here was written to be published and is therefore not sealed; the
/// specialist's phone and account belong to identity. A specialist is one person (HAR-1.specialist.f): the id of the
/// profile is the id of the person.
namespace kelisim::catalogue {

enum class Gender : std::uint8_t { unstated = 0, female = 1, male = 2 };
BOOST_DESCRIBE_ENUM(Gender, unstated, female, male)

/// The words of a profile in one language of the brand.
struct ProfileText {
  std::string name;
  std::string approach;
  std::string about;
};

struct Profile {
  PersonId id;
  Gender gender = Gender::unstated;
  std::vector<std::string> languages;  ///< in which sessions are held, ISO 639-1, in the order given
  std::vector<std::string> topics;     ///< keys of the brand's topics
  std::map<std::string, ProfileText, std::less<>> texts;  ///< by language of the brand

  /// The words in `language`, or else in the first language there is.
  [[nodiscard]] ProfileText const& text(std::string_view language) const;
};

/// What staff recorded about a specialist. Every change is a new record; the newest counts.
struct Qualification {
  std::vector<Education> educations;
  CivilDate practice_began;                  ///< first day of work in the relevant profession
  bool no_prescription_undertaking = false;  ///< the specialist agreed to assign no medicines (HAR-1.specialist.c)
  std::optional<Instant> valid_until;        ///< the verification counts before this instant
  bool revoked = false;
  Instant recorded_at;
};

/// The record as the rule of publication sees it on a day of the business's zone.
[[nodiscard]] QualificationFacts qualification_facts(Qualification const& record, CivilDate today);

/// The profile of any specialist, published or not: for those who deal with them already.
[[nodiscard]] std::optional<Profile> find_profile(db::Tx& tx, PersonId specialist);
/// The name alone, in `language` or else in any; nothing for a person who is no specialist.
[[nodiscard]] std::optional<std::string> specialist_name(db::Tx& tx, PersonId specialist, std::string_view language);

/// The newest record, if there is any.
[[nodiscard]] std::optional<Qualification> find_qualification(db::Tx& tx, PersonId specialist);
/// Staff have published the profile and not withdrawn it.
[[nodiscard]] bool is_published(db::Tx& tx, PersonId specialist);

/// Published, verified by what staff recorded, and the verification neither revoked nor over (HAR-2.2b). `terms` are
/// those in force; the years of practice are counted on the day that it is in the business's zone.
[[nodiscard]] bool is_offered_now(db::Tx& tx, PersonId specialist, Zone const& business_zone,
                                  terms::Terms const& terms, Instant now);

/// The price published for one session of the specialist and in force at `at` (HAR-5.2a): the newest whose effective
/// instant is not later. A price never changes what was already agreed.
[[nodiscard]] std::optional<Money> price_at(db::Tx& tx, PersonId specialist, Instant at);

}  // namespace kelisim::catalogue
