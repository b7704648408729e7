#include "use_cases/prove_email.h"

#include "kernel/ensure.h"
#include "privacy/changes.h"
#include "privacy/keyed_hash.h"
#include "store/email_proofs.h"
#include "store/people_rows.h"
#include "terms/editions.h"
#include "use_cases/fields.h"

#include <fmt/format.h>

namespace kelisim::identity {
namespace {

constexpr Duration day = std::chrono::hours(24);

db::Bytes hash_of(Parts const& parts, store::EmailProofId id, std::string_view code) {
  return privacy::keyed_hash(parts.keys.key(privacy::KeyUse::hash_codes),
                             fmt::format("email|{}|{}", id.view(), code));
}

std::optional<EmailCodeRefused> may_write(db::Tx& tx, Parts const& parts, PersonId person, Instant now) {
  auto const last = store::last_email_proof(tx, person);
  auto const resend = std::chrono::duration_cast<std::chrono::seconds>(parts.settings.resend_after);
  auto const verdict = may_send_code({.last_sent_at = last ? std::optional(last->issued_at) : std::nullopt,
                                      .resend_seconds = resend.count(),
                                      .sent_today = store::email_proofs_since(tx, person, now - day),
                                      .per_number_per_day = parts.settings.email_codes_per_day,
                                      .country_allowed = true,
                                      .budget_left = true,
                                      .now = now});
  if (verdict == SendVerdict::too_soon) return EmailCodeRefused{EmailCodeRefusal::too_soon, last->issued_at + resend};
  if (verdict == SendVerdict::too_many_today) return EmailCodeRefused{EmailCodeRefusal::too_many_today};
  return std::nullopt;
}

std::optional<std::string> registered(db::Tx& tx, Parts const& parts, PersonId person) {
  auto const row = store::find_person(tx, person);
  ENSURE(row.has_value());
  return row->email ? parts.vault.open(tx, person, fields::email, *row->email) : std::nullopt;
}

CodeJudged judge(db::Tx& tx, Parts const& parts, store::EmailProof const& proof, std::string_view code, Instant now) {
  auto const lifetime = std::chrono::duration_cast<std::chrono::seconds>(parts.settings.email_code_life);
  return judge_email_code({.issued_at = proof.issued_at,
                           .lifetime_seconds = lifetime.count(),
                           .used = proof.ended_at.has_value(),
                           .replaced = false,  // the newest is asked
                           .attempts_before = proof.failures,
                           .attempts_max = parts.settings.tries_per_code,
                           .failures_today = 0,
                           .failures_today_max = 1,
                           .matches = privacy::equal_hashes(hash_of(parts, proof.id, code), proof.code_hash),
                           .now = now},
                          terms::terms_in_force(tx, parts.brand, now));
}

void note(db::Tx& tx, Parts const& parts, PersonId person, std::string_view action, Instant now) {
  parts.audit.append(tx, now, {.action = action, .actor = person, .subject = person, .object = fields::email.name});
}

/// What the address was and will be goes into the history of changes (HAR-4.2.17e).
void change_email(db::Tx& tx, PersonId person, std::optional<db::Bytes> const& email, Instant now) {
  auto const row = store::find_person(tx, person);
  ENSURE(row.has_value());
  privacy::note_sealed(tx, {"person", person.view(), now}, fields::email, row->email.value_or(db::Bytes{}),
                       email.value_or(db::Bytes{}));
  store::set_email(tx, person, email);
}

}  // namespace

Result<void, EmailCodeRefused> ask_to_prove(db::Tx& tx, Parts const& parts, PersonId person, std::string_view email,
                                            std::string_view language, Instant now) {
  if (registered(tx, parts, person) == email) {
    store::end_email_proofs(tx, person, now);
    return {};
  }
  if (auto const refused = may_write(tx, parts, person, now)) return Failure<EmailCodeRefused>(*refused);
  auto const id = parts.random.id<store::EmailProofId>(now);
  auto const code = parts.random.digits(parts.settings.code_digits);
  store::end_email_proofs(tx, person, now);
  store::insert_email_proof(tx, {.id = id,
                                 .person = person,
                                 .email = parts.vault.seal(tx, person, fields::email, email),
                                 .code_hash = hash_of(parts, id, code),
                                 .issued_at = now,
                                 .failures = 0,
                                 .ended_at = std::nullopt});
  parts.sender.send_email_code(tx, now,
                               {.person = person,
                                .address = email,
                                .code = code,
                                .language = language,
                                .proof = id.view(),
                                .expires_at = now + parts.settings.email_code_life});
  return {};
}

void forget_email(db::Tx& tx, Parts const& parts, PersonId person, Instant now) {
  store::end_email_proofs(tx, person, now);
  if (!registered(tx, parts, person)) return;
  change_email(tx, person, std::nullopt, now);
  note(tx, parts, person, "identity.email_removed", now);
}

std::optional<std::string> email_to_prove(db::Tx& tx, Parts const& parts, PersonId person, Instant now) {
  auto const proof = store::last_email_proof(tx, person);
  if (!proof || proof->ended_at || now > proof->issued_at + parts.settings.email_code_life) return std::nullopt;
  return parts.vault.open(tx, person, fields::email, proof->email);
}

std::optional<CodeJudged> prove_email(db::Tx& tx, Parts const& parts, PersonId person, std::string_view code,
                                      Instant now) {
  auto const proof = store::last_email_proof(tx, person);
  if (!proof) return std::nullopt;
  auto const judged = judge(tx, parts, *proof, code, now);
  if (judged.verdict == CodeVerdict::wrong) store::count_failure_of_proof(tx, proof->id);
  if (judged.verdict != CodeVerdict::accepted) return judged;
  store::end_email_proofs(tx, person, now);
  change_email(tx, person, proof->email, now);
  note(tx, parts, person, "identity.email_proved", now);
  return judged;
}

}  // namespace kelisim::identity
