#include "use_cases/conclude_contract.h"

#include "store/people_rows.h"
#include "terms/acceptance.h"
#include "terms/confirmation.h"
#include "terms/decisions.h"
#include "terms/editions.h"
#include "use_cases/sign_in_sessions.h"

namespace kelisim::identity {
namespace {

void accept(db::Tx& tx, Parts const& parts, terms::PublishedEdition const& edition,
            store::Registration const& registration, Visit const& visit) {
  terms::accept(tx, parts.random,
                {.person = registration.person,
                 .document = edition.document,
                 .version = edition.version,
                 .content_hash = edition.content_hash,
                 .language = registration.language,
                 .accepted_at = visit.now,
                 .evidence = seal_evidence(tx, parts, registration.person, visit)});
}

}  // namespace

Result<Person, RegistrationRefused> conclude_contract(db::Tx& tx, Parts const& parts,
                                                      store::Registration const& registration, Zone const& zone,
                                                      Visit const& visit) {
  auto const offer = terms::edition_in_force(tx, "offer", visit.now);
  auto const& terms = terms::terms_in_force(tx, parts.brand, visit.now);
  // Only a form with every tick was kept.
  RegistrationFacts const facts{.shown_edition_in_force = offer && offer->version == registration.offer_version &&
                                                          offer->content_hash == registration.offer_hash,
                                .accepts_offer = true,
                                .declares_adult = true,
                                .consents_to_processing = true,
                                .declares_truth = true};
  auto const admitted = decide_registration(facts, terms);
  if (!admitted) return Failure<RegistrationRefused>(admitted.error());

  Person const person{.id = registration.person,
                      .role = Role::client,
                      .state = PersonState::active,
                      .language = registration.language,
                      .zone = zone,
                      .created_at = visit.now};
  auto const made = store::insert_person(tx, {.person = person, .phone = registration.phone, .email = {}, .name = {}},
                                         registration.phone_hash);
  ENSURE(made);
  store::insert_declaration(tx, person.id, "adult", visit.now);
  store::insert_declaration(tx, person.id, "processing", visit.now);
  if (terms.declarations) {
    terms::confirm(tx, parts.random, person.id,
                   {terms::Confirmation::truth_at_registration, offer->version, visit.now});
  }
  accept(tx, parts, *offer, registration, visit);
  if (auto const policy = terms::edition_in_force(tx, "privacy", visit.now)) {
    accept(tx, parts, *policy, registration, visit);
  }
  terms::record(tx, parts.random, registration_decision, person.id.view(), person.id, terms, facts, *admitted,
                admitted->because, visit.now);
  parts.audit.append(tx, visit.now, {.action = "identity.registered", .actor = person.id, .subject = person.id});
  return person;
}

}  // namespace kelisim::identity
