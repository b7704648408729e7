#include "use_cases/request_code.h"

#include "identity/sms_budget.h"
#include "privacy/keyed_hash.h"
#include "store/people_rows.h"
#include "store/registrations.h"
#include "terms/editions.h"
#include "use_cases/fields.h"
#include "use_cases/throttle.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>

namespace kelisim::identity {
namespace {

constexpr Duration day = std::chrono::hours(24);

std::optional<CodeRequestRefused> refuse(SendVerdict verdict, SendFacts const& facts) {
  auto const resend = std::chrono::seconds(facts.resend_seconds);
  switch (verdict) {
    case SendVerdict::country_not_served:
      return CodeRequestRefused{CodeRequestRefusal::country_not_served};
    case SendVerdict::too_soon:
      return CodeRequestRefused{CodeRequestRefusal::too_soon, *facts.last_sent_at + resend};
    case SendVerdict::too_many_today:
      return CodeRequestRefused{CodeRequestRefusal::too_many_today};
    case SendVerdict::budget_spent:
      return CodeRequestRefused{CodeRequestRefusal::budget_spent};
    case SendVerdict::send:
      return std::nullopt;
  }
  return std::nullopt;
}

// A code entered right no longer counts: only what was sent in vain bounds the next.
std::optional<CodeRequestRefused> may_send(db::Tx& tx, Parts const& parts, PhoneNumber const& phone,
                                           db::Bytes const& phone_hash, Instant now) {
  auto const& settings = parts.settings;
  auto const unused = store::unused_since(tx, phone_hash, now - day);
  auto const failures = store::failures_since(tx, phone_hash, now - day);
  auto const resend_seconds = std::chrono::duration_cast<std::chrono::seconds>(settings.resend_after).count();
  SendFacts const facts{.last_sent_at = unused.last_at,
                        .resend_seconds = resend_seconds,
                        .sent_today = std::max(unused.count, failures),
                        .per_number_per_day = settings.per_number_per_day,
                        .country_allowed = sms_allowed_to(phone, settings),
                        .budget_left = sms_budget_left(tx, settings, now),
                        .now = now};
  return refuse(may_send_code(facts), facts);
}

struct Recipient {
  PersonId person;
  bool known;  ///< false: a made-up person, whose code goes nowhere
  bool is_registration;
  std::string language;
};

// Does the work and takes it back, so that it costs the same whether or not it is needed.
void in_vain(db::Tx& tx, std::invocable auto work) {
  auto const mark = tx.mark();
  work();
  tx.undo(mark);
}

// For a number that may not sign in everything is done as for one that may, and the sending undone.
Result<Issued, CodeRequestRefused> issue(db::Tx& tx, Parts const& parts, PhoneNumber const& phone,
                                         db::Bytes const& phone_hash, Recipient const& recipient, Instant now) {
  auto const id = parts.random.id<store::ChallengeId>(now);
  auto const code = parts.random.digits(parts.settings.code_digits);
  Issued const issued{id, now + parts.settings.code_life, now + parts.settings.resend_after};
  auto const mark = tx.mark();
  if (!take_sms(tx, parts.settings, now)) {  // the last one of the day went to somebody else just now
    return Failure<CodeRequestRefused>(CodeRequestRefused{CodeRequestRefusal::budget_spent});
  }
  auto const mint_for_nobody = [&] { parts.vault.mint(tx, parts.random.id<PersonId>(now), now); };
  recipient.known ? in_vain(tx, mint_for_nobody) : parts.vault.mint(tx, recipient.person, now);
  parts.sender.send_code(tx, now,
                         {.person = recipient.person,
                          .phone = phone,
                          .code = code,
                          .language = recipient.language,
                          .challenge = id.view(),
                          .expires_at = issued.expires_at});
  recipient.known ? tx.keep(mark) : tx.undo(mark);
  store::insert_challenge(tx, {.id = id,
                               .phone_hash = phone_hash,
                               .person = recipient.known ? std::optional(recipient.person) : std::nullopt,
                               .is_registration = recipient.is_registration,
                               .code_hash = hash_code(parts, id, code),
                               .issued_at = now,
                               .failures = 0,
                               .used_at = std::nullopt});
  return issued;
}

Recipient recipient_of(Parts const& parts, std::optional<store::PersonRow> const& found, Instant now) {
  if (found && found->person.role == Role::client) {
    return {found->person.id, true, false, found->person.language};
  }
  return {parts.random.id<PersonId>(now), false, false, parts.settings.languages.front()};
}

Recipient keep_registration(db::Tx& tx, Parts const& parts, RegistrationForm const& form, db::Bytes const& phone_hash,
                            Instant now) {
  auto const person = parts.random.id<PersonId>(now);
  parts.vault.mint(tx, person, now);
  store::insert_registration(tx, {.person = person,
                                  .phone_hash = phone_hash,
                                  .phone = parts.vault.seal(tx, person, fields::phone, form.phone.reveal()),
                                  .offer_version = form.offer_version,
                                  .offer_hash = form.offer_hash,
                                  .language = form.language,
                                  .asked_at = now});
  auto const queued = jobs::enqueue(tx, {.kind = std::string(purge_job),
                                         .dedupe_key = fmt::format("{}:{}", purge_job, person.view()),
                                         .payload = {{"person", person.str()}},
                                         .due_at = now + registration_kept});
  ENSURE(queued);
  return {person, true, true, form.language};
}

}  // namespace

db::Bytes hash_code(Parts const& parts, store::ChallengeId id, std::string_view code) {
  return privacy::keyed_hash(parts.keys.key(privacy::KeyUse::hash_codes), fmt::format("{}|{}", id.view(), code));
}

Result<Issued, CodeRequestRefused> request_sign_in_code(db::Tx& tx, Parts const& parts, PhoneNumber const& phone,
                                                        Visit const& visit) {
  using Refused = Failure<CodeRequestRefused>;
  if (auto const until = throttle_requests(tx, parts, visit)) {
    return Refused(CodeRequestRefused{CodeRequestRefusal::address_throttled, until});
  }
  auto const phone_hash = parts.vault.phone_hash(phone);
  store::lock_number(tx, phone_hash, visit.now);
  if (auto const refused = may_send(tx, parts, phone, phone_hash, visit.now)) return Refused(*refused);
  auto const recipient = recipient_of(parts, store::find_person_by_phone(tx, phone_hash), visit.now);
  return issue(tx, parts, phone, phone_hash, recipient, visit.now);
}

Result<Issued, RegisterRefused> request_registration(db::Tx& tx, Parts const& parts, RegistrationForm const& form,
                                                     Visit const& visit) {
  using Refused = Failure<RegisterRefused>;
  if (auto const until = throttle_requests(tx, parts, visit)) {
    return Refused(CodeRequestRefused{CodeRequestRefusal::address_throttled, until});
  }
  auto const offer = terms::edition_in_force(tx, "offer", visit.now);
  RegistrationFacts const facts{.shown_edition_in_force = offer && offer->version == form.offer_version &&
                                                          offer->content_hash == form.offer_hash,
                                .accepts_offer = form.accepts_offer,
                                .declares_adult = form.declares_adult,
                                .consents_to_processing = form.consents_to_processing,
                                .declares_truth = form.declares_truth};
  auto const admitted = decide_registration(facts, terms::terms_in_force(tx, parts.brand, visit.now));
  if (!admitted) return Refused(admitted.error());
  auto const phone_hash = parts.vault.phone_hash(form.phone);
  store::lock_number(tx, phone_hash, visit.now);
  if (auto const refused = may_send(tx, parts, form.phone, phone_hash, visit.now)) return Refused(*refused);
  auto const found = store::find_person_by_phone(tx, phone_hash);
  auto const keep = [&] { return keep_registration(tx, parts, form, phone_hash, visit.now); };
  if (found) in_vain(tx, keep);
  auto const recipient = found ? recipient_of(parts, found, visit.now) : keep();
  auto issued = issue(tx, parts, form.phone, phone_hash, recipient, visit.now);
  if (!issued) return Refused(issued.error());
  return *issued;
}

}  // namespace kelisim::identity
