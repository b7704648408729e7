#include "identity/authenticator.h"
#include "identity/identity.h"
#include "identity/rules/registration.h"
#include "platform/json/described.h"
#include "store/challenges.h"
#include "store/email_proofs.h"
#include "store/limits.h"
#include "store/registrations.h"
#include "store/sessions.h"
#include "use_cases/conclude_contract.h"
#include "use_cases/request_code.h"

namespace kelisim::identity {
namespace {

constexpr Duration sweep_period = std::chrono::hours(1);
constexpr Duration note_period = std::chrono::minutes(1);
constexpr Duration numbers_kept = std::chrono::hours(24);  // the day in which tries and codes of a number count
constexpr Duration throttles_kept = std::chrono::hours(2);
constexpr Duration sessions_kept = std::chrono::days(30);  // after their life, as evidence of sign-ins

jobs::JobResult purge(jobs::JobContext& context, privacy::Vault const& vault) {
  auto const person = context.id<PersonId>("person");
  context.database().write_now([&](db::Tx& tx) {
    if (store::delete_registration(tx, person)) vault.destroy(tx, person, context.now());
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

jobs::JobResult sweep(jobs::JobContext& context) {
  auto const now = context.now();
  context.database().write_now([&](db::Tx& tx) {
    store::sweep_challenges(tx, now - numbers_kept);
    store::sweep_email_proofs(tx, now - numbers_kept);
    store::sweep_throttles(tx, now - throttles_kept);
    store::sweep_sessions(tx, now - sessions_kept);
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

}  // namespace

void add_jobs(jobs::JobRunner& runner, Parts const& parts, SessionAuthenticator& authenticator) {
  runner.on(std::string(purge_job),
            [&vault = parts.vault](jobs::JobContext& context) { return purge(context, vault); });
  runner.every("identity.sweep", sweep_period, sweep);
  runner.every("identity.note_use", note_period, [&authenticator](jobs::JobContext& context) {
    context.database().write_now([&](db::Tx& tx) {
      authenticator.note_use(tx);
      context.finish(tx);
    });
    return jobs::JobResult::done();
  });
}

void add_replays(terms::Replayer& replayer) {
  replayer.on(std::string(registration_decision), [](std::string_view facts, terms::Terms const& terms) {
    auto const decided = decide_registration(json::from_text<RegistrationFacts>(facts), terms);
    return decided ? json::to_text(*decided) : json::to_text(decided.error());
  });
}

}  // namespace kelisim::identity
