#include "use_cases/override.h"

#include "kernel/ensure.h"
#include "kernel/text.h"
#include "ledger/ledger.h"
#include "terms/clauses.h"
#include "terms/granted.h"

#include <algorithm>

namespace kelisim::overrides {
namespace {

bool goes_back(orders::OrderView const& order) {
  return order.state == orders::OrderState::returning || order.state == orders::OrderState::returned;
}

/// The clause of the transaction that made the price earned.
std::optional<std::string> kept_by(db::Tx& tx, orders::OrderView const& order) {
  auto const lines = ledger::entries(tx, {.order = order.id.str(), .limit = 200});
  auto const earned = std::ranges::find(lines, ledger::TransactionKind::earned, &ledger::Entry::kind);
  return earned == lines.end() ? std::nullopt : earned->clause;
}

orders::OrderView order_of(db::Tx& tx, scheduling::Booking const& booking) {
  auto const order = orders::find_order(tx, booking.order);
  ENSURE(order.has_value());
  return *order;
}

RequestFacts facts_of(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking, std::string_view reasons,
                      PersonId by, Instant now) {
  auto const order = order_of(tx, booking);
  auto const price = order.price.value_or(Money::zero(parts.brand.currency));
  auto const midnight = parts.brand.zone.instant({parts.brand.zone.local(now).date, CivilTime{}});
  RequestFacts facts{.alone_up_to = std::nullopt,
                     .kept_by = kept_by(tx, order),
                     .returned = goes_back(order),
                     .waits = store::waits_for_second(tx, booking.id),
                     .has_reasons = says_something(reasons),
                     .price = price,
                     .granted_today = store::granted_alone_since(tx, by, midnight, price.currency())};
  if (parts.brand.overrides) facts.alone_up_to = Money(parts.brand.overrides->alone_up_to_minor, price.currency());
  return facts;
}

/// The money, and the notice to the client. The decision names the clause that was set aside.
void grant(db::Tx& tx, Parts const& parts, Override const& one, orders::OrderId order, Clause const& set_aside,
           std::string const& decision, Instant now) {
  ENSURE(parts.orders.give_as_goodwill(tx, order, {set_aside, decision}, now).has_value());
  parts.notifier.request(tx, now,
                         {.template_name = "override_granted",
                          .to = one.client,
                          .subject = one.booking.str(),
                          .dedupe = "override_granted:" + one.id.str(),
                          .path = "/bookings/" + one.booking.str(),
                          .values = {{"clause", std::string(set_aside.number)}, {"refund", one.price}},
                          .condition = {.name = "always", .about = {}},
                          .due_at = now});
}

void audit(db::Tx& tx, Parts const& parts, std::string_view action, Override const& one, PersonId by, Instant now) {
  parts.audit.append(tx, now,
                     {.action = action,
                      .actor = by,
                      .subject = one.client,
                      .object = one.id.view(),
                      .purpose = privacy::Purpose::payment});
}

}  // namespace

Result<Override, RequestRefusal> request_override(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                                                  std::string_view reasons, PersonId by, Instant now) {
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const facts = facts_of(tx, parts, booking, reasons, by, now);
  auto const requested = decide_request(facts, terms);
  if (!requested) return Failure<RequestRefusal>(requested.error());
  auto const decision = terms::record(tx, parts.random, "overrides.request", booking.id.view(), booking.client, terms,
                                      facts, *requested, requested->because, now);
  Override const one{.id = parts.random.id<OverrideId>(now),
                     .booking = booking.id,
                     .client = booking.client,
                     .price = requested->refund,
                     .set_aside = std::string(requested->because.id),
                     .terms_version = terms.version,
                     .reasons = parts.vault.seal(tx, booking.client, override_text, reasons),
                     .needs_second = requested->needs_second,
                     .asked_by = by,
                     .asked_at = now,
                     .decision = decision.str()};
  store::insert_override(tx, one);
  if (!one.needs_second) grant(tx, parts, one, booking.order, requested->because, one.decision, now);
  audit(tx, parts, one.needs_second ? "overrides.asked" : "overrides.granted", one, by, now);
  return one;
}

Result<Found, FindingRefusal> find_on_override(db::Tx& tx, Parts const& parts, Override const& one,
                                               SecondWord const& word, PersonId by, Instant now) {
  auto const booking = scheduling::find_booking(tx, one.booking);
  ENSURE(booking.has_value());
  auto const& terms = parts.brand.terms.at(one.terms_version);
  FindingFacts const facts{.found = !one.needs_second || store::finding_of(tx, one.id).has_value(),
                           .same_person = one.asked_by == by,
                           .returned = goes_back(order_of(tx, *booking)),
                           .agrees = word.agrees,
                           .has_reasons = says_something(word.reasons),
                           .price = one.price,
                           .kept_by = one.set_aside};
  auto const found = decide_finding(facts, terms);
  if (!found) return Failure<FindingRefusal>(found.error());
  auto const decision = terms::record(tx, parts.random, "overrides.finding", booking->id.view(), one.client, terms,
                                      facts, *found, found->because, now)
                            .str();
  ENSURE(store::insert_finding(tx, one.id,
                               {.granted = found->granted,
                                .reasons = parts.vault.seal(tx, one.client, override_text, word.reasons),
                                .found_by = by,
                                .found_at = now,
                                .decision = decision}));
  if (found->granted) grant(tx, parts, one, booking->order, found->because, decision, now);
  audit(tx, parts, found->granted ? "overrides.granted" : "overrides.declined", one, by, now);
  return *found;
}

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<RequestFacts>("overrides.request", terms::granted<&decide_request>);
  replayer.on_rule<FindingFacts>("overrides.finding", terms::granted<&decide_finding>);
}

}  // namespace kelisim::overrides
