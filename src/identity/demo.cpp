#include "identity/demo.h"

#include "rules/totp.h"
#include "store/people_rows.h"
#include "store/totp_rows.h"
#include "terms/editions.h"
#include "use_cases/conclude_contract.h"
#include "use_cases/fields.h"
#include "use_cases/questionnaire.h"

#include <algorithm>

namespace kelisim::identity {
namespace {

constexpr int people_max = 500;

std::optional<std::string> name_of(db::Tx& tx, Parts const& parts, store::PersonRow const& row) {
  if (row.name) return parts.vault.open(tx, row.person.id, fields::name, *row.name);
  auto saved = read_questionnaire(tx, parts.vault, row.person.id);
  return saved ? std::move(saved->answers.display_name) : std::nullopt;
}

std::optional<std::string> code_now(db::Tx& tx, Parts const& parts, PersonId person, Instant now) {
  auto const row = store::find_totp(tx, person);
  if (!row) return std::nullopt;
  auto const secret = parts.vault.open(tx, person, fields::totp_secret, row->secret);
  if (!secret) return std::nullopt;
  // The earliest one that is still good: signing in again within half a minute works in the sandbox too.
  auto const step = std::clamp(row->last_step + 1, totp_step(now) - 1, totp_step(now) + 1);
  return totp_code({reinterpret_cast<std::uint8_t const*>(secret->data()), secret->size()}, step);
}

}  // namespace

std::optional<PersonId> register_demo_client(db::Tx& tx, Parts const& parts, terms::DemoClient const& client,
                                             Instant now) {
  auto const phone_hash = parts.vault.phone_hash(client.phone);
  if (store::find_person_by_phone(tx, phone_hash)) return std::nullopt;
  auto const offer = terms::edition_in_force(tx, "offer", now);
  auto const zone = Zone::load(client.zone);
  ENSURE(offer && zone);
  auto const person = parts.random.id<PersonId>(now);
  parts.vault.mint(tx, person, now);
  auto const made = conclude_contract(tx, parts,
                                      {.person = person,
                                       .phone_hash = phone_hash,
                                       .phone = parts.vault.seal(tx, person, fields::phone, client.phone.reveal()),
                                       .offer_version = offer->version,
                                       .offer_hash = offer->content_hash,
                                       .language = client.language,
                                       .asked_at = now},
                                      *zone, {.now = now, .address = "sandbox", .user_agent = {}, .session = {}});
  ENSURE(made.has_value());
  if (auto const& answers = client.questionnaire) {
    auto const verdict = save_questionnaire(tx, parts, person,
                                            {.display_name = answers->display_name,
                                             .age = answers->age,
                                             .prior_experience = answers->prior_experience,
                                             .concern_topic = answers->concern_topic,
                                             .concern_text = answers->concern_text,
                                             .declares_truth = true},
                                            now);
    ENSURE(verdict.accepted());
  }
  return person;
}

std::vector<DemoPerson> demo_people(db::Tx& tx, Parts const& parts, Instant now) {
  std::vector<DemoPerson> people;
  for (auto const& row : store::everybody(tx, people_max)) {
    auto const digits = parts.vault.open(tx, row.person.id, fields::phone, row.phone);
    auto const phone = PhoneNumber::parse(digits.value_or(""));
    if (!phone) continue;  // erased
    people.push_back({.id = row.person.id,
                      .role = row.person.role,
                      .phone = *phone,
                      .name = name_of(tx, parts, row),
                      .totp_code = code_now(tx, parts, row.person.id, now)});
  }
  std::ranges::sort(people, {}, &DemoPerson::phone);
  return people;
}

}  // namespace kelisim::identity
