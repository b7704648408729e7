#include "identity/people.h"

#include "kernel/ensure.h"
#include "rules/totp.h"
#include "store/people_rows.h"
#include "store/questionnaires.h"
#include "store/totp_rows.h"
#include "store/words.h"
#include "use_cases/fields.h"
#include "use_cases/questionnaire.h"
#include "use_cases/sign_in_sessions.h"

#include <fmt/format.h>

#include <array>

namespace kelisim::identity {

std::optional<Person> People::find(db::Tx& tx, PersonId person) const {
  auto row = store::find_person(tx, person);
  return row ? std::optional(std::move(row->person)) : std::nullopt;
}

std::vector<Person> People::staff_of(db::Tx& tx, Role role) const {
  constexpr int people_max = 100;
  std::vector<Person> found;
  for (auto& row : store::of_role(tx, role, people_max)) found.push_back(std::move(row.person));
  return found;
}

std::optional<Person> People::find_by_phone(db::Tx& tx, PhoneNumber const& phone) const {
  auto row = store::find_person_by_phone(tx, vault_.phone_hash(phone));
  return row ? std::optional(std::move(row->person)) : std::nullopt;
}

std::optional<PhoneNumber> People::phone(db::Tx& tx, PersonId person) const {
  auto const row = store::find_person(tx, person);
  if (!row) return std::nullopt;
  auto const text = vault_.open(tx, person, fields::phone, row->phone);
  if (!text) return std::nullopt;
  auto const parsed = PhoneNumber::parse(*text);
  ENSURE(parsed.has_value());
  return *parsed;
}

std::optional<std::string> People::email(db::Tx& tx, PersonId person) const {
  auto const row = store::find_person(tx, person);
  if (!row || !row->email) return std::nullopt;
  return vault_.open(tx, person, fields::email, *row->email);
}

bool People::questionnaire_complete(db::Tx& tx, PersonId client) const {
  auto const row = store::find_questionnaire(tx, client);
  return row && row->completed_at && !flagged_under_age(tx, client);
}

bool People::flagged_under_age(db::Tx& tx, PersonId client) const {
  return store::standing_age_flag(tx, client).has_value();
}

std::optional<std::string> People::display_name_for_specialist(db::Tx& tx, PersonId client) const {
  auto saved = read_questionnaire(tx, vault_, client);
  return saved ? std::move(saved->answers.display_name) : std::nullopt;
}

std::optional<QuestionnaireView> People::questionnaire_for_specialist(db::Tx& tx, PersonId client) const {
  auto saved = read_questionnaire(tx, vault_, client);
  if (!saved || !saved->complete) return std::nullopt;
  auto& answers = saved->answers;
  ENSURE(answers.display_name && answers.age && answers.prior_experience && answers.concern_topic);
  return QuestionnaireView{.display_name = std::move(*answers.display_name),
                           .age = static_cast<int>(*answers.age),
                           .prior_experience = *answers.prior_experience,
                           .concern_topic = std::move(*answers.concern_topic),
                           .concern_text = std::move(answers.concern_text)};
}

std::optional<std::vector<std::string>> People::block(db::Tx& tx, PersonId person, PersonId by, Instant now) const {
  if (!store::block_person(tx, person, by, now)) return std::nullopt;
  return end_all_sessions(tx, person, "block", now);
}

bool People::unblock(db::Tx& tx, PersonId person) const { return store::unblock_person(tx, person); }

bool People::close(db::Tx& tx, PersonId person, Instant now) const { return store::close_person(tx, person, now); }

bool People::reopen(db::Tx& tx, PersonId person) const { return store::reopen_person(tx, person); }

Result<Provisioned, ProvisionRefusal> People::create_staff(db::Tx& tx, Instant now, PhoneNumber const& phone,
                                                           Role role, std::string_view name,
                                                           std::string_view language,
                                                           std::optional<PersonId> by) const {
  ENSURE(role != Role::visitor && role != Role::client);
  auto const person = random_.id<PersonId>(now);
  auto const mark = tx.mark();
  vault_.mint(tx, person, now);
  auto const made = store::insert_person(tx,
                                         {.person = {.id = person,
                                                     .role = role,
                                                     .state = PersonState::active,
                                                     .language = std::string(language),
                                                     .zone = settings_.zone,
                                                     .created_at = now},
                                          .phone = vault_.seal(tx, person, fields::phone, phone.reveal()),
                                          .email = std::nullopt,
                                          .name = vault_.seal(tx, person, fields::name, name)},
                                         vault_.phone_hash(phone));
  if (!made) {
    tx.undo(mark);
    return Failure<ProvisionRefusal>(ProvisionRefusal::phone_taken);
  }
  tx.keep(mark);
  std::array<std::uint8_t, totp_secret_bytes> secret{};
  random_.fill(secret);
  std::string_view const secret_text{reinterpret_cast<char const*>(secret.data()), secret.size()};
  store::insert_totp(tx, person, vault_.seal(tx, person, fields::totp_secret, secret_text), now);
  auto const word = store::role_text(role);
  audit_.append(tx, now, {.action = "identity.account_made", .actor = by, .subject = person, .object = word});
  auto const last_digits = phone.reveal().substr(phone.reveal().size() - 2);
  return Provisioned{person, totp_uri(secret, settings_.brand_name, fmt::format("{}-{}", word, last_digits))};
}

}  // namespace kelisim::identity
