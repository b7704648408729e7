#include "use_cases/enter_code.h"

#include "platform/jobs/jobs.h"
#include "privacy/keyed_hash.h"
#include "store/challenges.h"
#include "store/people_rows.h"
#include "store/registrations.h"
#include "terms/editions.h"
#include "use_cases/conclude_contract.h"
#include "use_cases/request_code.h"
#include "use_cases/throttle.h"

#include <fmt/format.h>

namespace kelisim::identity {
namespace {

constexpr Duration day = std::chrono::hours(24);

using Refused = Failure<EnterCodeRefused>;

EnterCodeRefusal refusal_of(CodeVerdict verdict) {
  switch (verdict) {
    case CodeVerdict::too_many_today:
      return EnterCodeRefusal::too_many_today;
    case CodeVerdict::already_used:
      return EnterCodeRefusal::already_used;
    case CodeVerdict::replaced:
      return EnterCodeRefusal::replaced;
    case CodeVerdict::expired:
      return EnterCodeRefusal::expired;
    case CodeVerdict::too_many_attempts:
      return EnterCodeRefusal::too_many_attempts;
    case CodeVerdict::wrong:
    case CodeVerdict::accepted:
      return EnterCodeRefusal::wrong;
  }
  return EnterCodeRefusal::wrong;
}

CodeJudged judge(db::Tx& tx, Parts const& parts, store::Challenge const& challenge, std::string_view code,
                 Instant now) {
  auto const hash = hash_code(parts, challenge.id, code);
  CodeFacts const facts{
      .issued_at = challenge.issued_at,
      .lifetime_seconds = std::chrono::duration_cast<std::chrono::seconds>(parts.settings.code_life).count(),
      .used = challenge.used_at.has_value(),
      .replaced = store::is_replaced(tx, challenge),
      .attempts_before = challenge.failures,
      .attempts_max = parts.settings.tries_per_code,
      .failures_today = store::failures_since(tx, challenge.phone_hash, now - day),
      .failures_today_max = parts.settings.per_number_per_day,
      .matches = challenge.person.has_value() && privacy::equal_hashes(hash, challenge.code_hash),
      .now = now};
  return judge_code(facts, terms::terms_in_force(tx, parts.brand, now));
}

void drop_registration(db::Tx& tx, Parts const& parts, PersonId person, Instant now, bool with_key) {
  store::delete_registration(tx, person);
  if (with_key) parts.vault.destroy(tx, person, now);
  jobs::cancel(tx, fmt::format("{}:{}", purge_job, person.view()));
}

struct Proved {
  Person person;
  SignInOutcome outcome;
};

Result<Proved, EnterCodeRefused> conclude(db::Tx& tx, Parts const& parts, store::Challenge const& challenge,
                                          Visit const& visit) {
  auto const registration = store::find_registration(tx, *challenge.person);
  if (!registration) return Refused(EnterCodeRefused{EnterCodeRefusal::expired});
  if (auto const owner = store::find_person_by_phone(tx, challenge.phone_hash)) {
    drop_registration(tx, parts, registration->person, visit.now, true);
    if (owner->person.role != Role::client) return Refused(EnterCodeRefused{EnterCodeRefusal::wrong});
    return Proved{owner->person, SignInOutcome::signed_in};
  }
  auto const person = conclude_contract(tx, parts, *registration, parts.settings.zone, visit);
  if (!person) return Refused(EnterCodeRefused{EnterCodeRefusal::offer_changed, person.error().because});
  drop_registration(tx, parts, registration->person, visit.now, false);
  return Proved{*person, SignInOutcome::registered};
}

Result<Proved, EnterCodeRefused> whose(db::Tx& tx, Parts const& parts, store::Challenge const& challenge,
                                       Visit const& visit) {
  if (challenge.is_registration) return conclude(tx, parts, challenge, visit);
  auto const row = store::find_person(tx, *challenge.person);
  ENSURE(row.has_value());
  return Proved{row->person, SignInOutcome::signed_in};
}

}  // namespace

Result<SignedIn, EnterCodeRefused> enter_code(db::Tx& tx, Parts const& parts, std::string_view challenge_id,
                                              std::string_view code, Visit const& visit) {
  if (auto const until = throttle_tries(tx, parts, visit)) {
    return Refused(EnterCodeRefused{EnterCodeRefusal::address_throttled, std::nullopt, until});
  }
  auto const id = store::ChallengeId::parse(challenge_id);
  auto challenge = id ? store::find_challenge(tx, *id) : std::nullopt;
  if (!challenge) return Refused(EnterCodeRefused{.why = EnterCodeRefusal::wrong, .counted = true});
  store::lock_number(tx, challenge->phone_hash, visit.now);
  challenge = store::find_challenge(tx, *id);  // as it is now that nobody else can change it
  ENSURE(challenge.has_value());

  auto const judged = judge(tx, parts, *challenge, code, visit.now);
  if (judged.verdict == CodeVerdict::wrong) {
    store::count_failure_of_challenge(tx, *id);
    store::insert_failure(tx, parts.random.id<store::FailureId>(visit.now), challenge->phone_hash, visit.now);
  }
  if (judged.verdict != CodeVerdict::accepted) {
    return Refused(EnterCodeRefused{.why = refusal_of(judged.verdict),
                                    .because = judged.because,
                                    .counted = judged.verdict == CodeVerdict::wrong});
  }
  store::mark_used(tx, *id, visit.now);
  auto proved = whose(tx, parts, *challenge, visit);
  if (!proved) return Refused(proved.error());
  auto session = open_session(tx, parts, proved->person, visit);
  return SignedIn{std::move(proved->person), std::move(session), proved->outcome};
}

}  // namespace kelisim::identity
