#include "kernel/ensure.h"
#include "kernel/text.h"
#include "use_cases/binding.h"
#include "use_cases/breaches.h"
#include "use_cases/standing.h"

namespace kelisim::contracts {
namespace {

void audit(db::Tx& tx, Parts const& parts, std::string_view action, PersonId client, std::string_view object,
           PersonId by, Instant now) {
  parts.audit.append(
      tx, now,
      {.action = action, .actor = by, .subject = client, .object = object, .purpose = privacy::Purpose::security});
}

/// Another restriction takes the place of the one that stands.
void replace_standing(db::Tx& tx, Parts const& parts, Ground const& ground, Instant now) {
  auto const standing = store::standing_restriction(tx, ground.client);
  if (!standing) return;
  store::lift_restriction(tx, standing->id,
                          {.by = ground.by,
                           .reasons = parts.vault.seal(tx, ground.client, contract_text, ground.reasons),
                           .decision = ground.decision,
                           .at = now});
}

/// Looked at again there was no breach: the money comes back and the contract goes on.
void undo_breach(db::Tx& tx, Parts const& parts, PersonId client, BreachId breach, Lifted const& lifted,
                 std::string const& decision, Instant now) {
  for (auto const& forfeit : store::forfeits_of(tx, breach)) {
    auto const booking = scheduling::find_booking(tx, forfeit.booking);
    ENSURE(booking.has_value());
    (void)scheduling::return_forfeited(tx, parts.scheduling, *booking, lifted.because, decision, now);
  }
  auto const end = store::standing_end(tx, client);
  if (!end || end->breach != breach) return;
  store::undo_end(tx, end->id, now);
  parts.people.reopen(tx, client);
}

}  // namespace

std::vector<std::string> shut_out(db::Tx& tx, Parts const& parts, Ground const& ground, ShownGround const& shown,
                                  Instant now) {
  replace_standing(tx, parts, ground, now);
  store::Restriction const restriction{.id = parts.random.id<store::RestrictionId>(now),
                                       .client = ground.client,
                                       .breach = ground.breach,
                                       .ground = shown.code,
                                       .shows_ground = shown.shown,
                                       .reasons = parts.vault.seal(tx, ground.client, contract_text, ground.reasons),
                                       .imposed_by = ground.by,
                                       .imposed_at = now,
                                       .clause = std::string(ground.because.id),
                                       .decision = ground.decision};
  ENSURE(store::insert_restriction(tx, restriction));
  auto ended = parts.people.block(tx, ground.client, ground.by, now);
  tell(tx, parts, ground.client, "account_restricted", restriction.id.view(),
       {{"clause", std::string(ground.because.number)}}, now);
  audit(tx, parts, "contracts.restricted", ground.client, restriction.id.view(), ground.by, now);
  return ended.value_or(std::vector<std::string>{});
}

Result<std::vector<std::string>, RestrictionRefused> restrict_client(db::Tx& tx, Parts const& parts, PersonId client,
                                                                     RestrictionOrder const& order, PersonId by,
                                                                     Instant now) {
  auto const& terms = binding_terms(tx, parts, client, now);
  RestrictionFacts const facts{.ground = order.ground,
                               .ground_known = !order.ground || paragraph(*order.ground, terms.version).has_value(),
                               .shows_ground = order.shows_ground,
                               .has_reasons = says_something(order.reasons),
                               .restricted = store::standing_restriction(tx, client).has_value()};
  auto const restricted = decide_restriction(facts, terms);
  if (!restricted) return Failure<RestrictionRefused>(restricted.error());
  auto const decision = terms::record(tx, parts.random, "contracts.restriction", client.view(), client, terms, facts,
                                      *restricted, restricted->because, now)
                            .str();
  scheduling::end_sessions(tx, parts.scheduling, client,
                           {.ending = scheduling::Ending::restricted, .by = by, .received_at = now}, now);
  return shut_out(tx, parts,
                  {.client = client,
                   .breach = std::nullopt,
                   .because = restricted->because,
                   .decision = decision,
                   .reasons = order.reasons,
                   .by = by},
                  {.code = order.ground, .shown = restricted->shows_ground}, now);
}

Result<void, LiftClientRefused> lift_restriction(db::Tx& tx, Parts const& parts, PersonId client,
                                                 LiftOrder const& order, PersonId by, Instant now) {
  using Refused = Failure<LiftClientRefused>;
  auto const standing = store::standing_restriction(tx, client);
  if (!standing) return Refused(NotRestricted::not_restricted);
  auto const& terms = binding_terms(tx, parts, client, now);
  auto const ruling = standing->breach ? store::ruling_of(tx, *standing->breach) : std::nullopt;
  LiftFacts const facts{.of_breach = standing->breach.has_value(),
                        .unfounded = order.unfounded,
                        .has_reasons = says_something(order.reasons),
                        .same_person = ruling && ruling->ruled_by == by};
  auto const lifted = decide_lift(facts, terms);
  if (!lifted) return Refused(lifted.error());
  auto const decision = terms::record(tx, parts.random, "contracts.lift", standing->id.view(), client, terms, facts,
                                      *lifted, lifted->because, now)
                            .str();
  store::lift_restriction(tx, standing->id,
                          {.by = by,
                           .reasons = parts.vault.seal(tx, client, contract_text, order.reasons),
                           .decision = decision,
                           .at = now});
  ENSURE(parts.people.unblock(tx, client));
  if (lifted->returns_forfeited) undo_breach(tx, parts, client, *standing->breach, *lifted, decision, now);
  tell(tx, parts, client, "account_restored", standing->id.view(), {{"clause", std::string(lifted->because.number)}},
       now);
  audit(tx, parts, "contracts.restriction_lifted", client, standing->id.view(), by, now);
  return {};
}

}  // namespace kelisim::contracts
